package org.breachregister.core.intake.contained;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The program of a reading process: takes documents on its standard input, answers on its standard
/// output, and ends when its input ends.
public final class ReaderProcess {

    private ReaderProcess() {}

    /// Reads documents until there are no more.
    ///
    /// @param args the milliseconds after which this process ends itself over one document
    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        silence();
        var clock = new RequestClock();
        var reader = new ReportReader(CodeOfPractice.load(), Producers.load(), clock);
        warmUp(reader);
        new Answer.Ready(Confinement.apply()).write(out);
        var watch = new Watch(Duration.ofMillis(Long.parseLong(args[0])));
        try {
            while (true) {
                var request = Request.read(in);
                clock.set(request);
                watch.start();
                answer(reader, request).write(out);
                watch.stop();
            }
        } catch (EOFException e) {
            // The process that asked is done, or gone.
        }
    }

    private static Answer answer(ReportReader reader, Request request) {
        try {
            return new Answer.Read(reader.read(request.content(), request.fileName()));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return new Answer.Failed(e.getClass().getName());
        }
    }

    /// What a library prints may tell of a person, and would break the answers.
    private static void silence() {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }

    /// Loads what needs files before they are out of reach.
    private static void warmUp(ReportReader reader) {
        reader.read("Date of breach report: 1 May 2021".getBytes(StandardCharsets.UTF_8), "");
    }

    /// Tells the time that the request came with.
    private static final class RequestClock extends Clock {

        private Instant now = Instant.EPOCH;
        private ZoneId zone = ZoneOffset.UTC;

        void set(Request request) {
            now = request.now();
            zone = request.zone();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return fixed(now, other);
        }
    }

    /// Ends this process when one document takes too long and nobody is there any more to end it.
    private static final class Watch {

        private final long most;
        private volatile long since = Long.MAX_VALUE;

        Watch(Duration most) {
            this.most = most.toNanos();
            Thread.ofPlatform().daemon().name("watch").start(this::run);
        }

        void start() {
            since = System.nanoTime();
        }

        void stop() {
            since = Long.MAX_VALUE;
        }

        private void run() {
            while (true) {
                try {
                    Thread.sleep(Duration.ofMillis(500));
                } catch (InterruptedException e) {
                    return;
                }
                var start = since;
                if (start != Long.MAX_VALUE && System.nanoTime() - start > most) {
                    Runtime.getRuntime().halt(4);
                }
            }
        }
    }
}
