package org.breachregister.core.intake.contained;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One reading process. Not safe for several threads at once, but for [#kill].
final class ReaderChild {

    private static final int OUT_OF_MEMORY = 3;
    private static final int START_SECONDS = 60;

    private final Limits limits;
    private final ScheduledExecutorService timer;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private @Nullable String confinement;
    private volatile boolean tooLate;

    ReaderChild(String mainClass, Limits limits, ScheduledExecutorService timer)
            throws IOException {
        this.limits = limits;
        this.timer = timer;
        this.process = ReaderCommand.of(mainClass, limits).start();
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// What came of asking.
    sealed interface Outcome {

        record Answered(Answer answer) implements Outcome {}

        record TooLate() implements Outcome {}

        record TooMuchMemory() implements Outcome {}

        record TooLongAnswer() implements Outcome {}

        record Died() implements Outcome {}
    }

    /// Waits for the process to be ready, and returns what keeps it in.
    String confinement() throws IOException {
        var known = confinement;
        if (known != null) {
            return known;
        }
        var alarm = timer.schedule(this::kill, START_SECONDS, TimeUnit.SECONDS);
        try {
            if (Answer.read(in, limits.answerBytes()) instanceof Answer.Ready(var sentence)) {
                confinement = sentence;
                return sentence;
            }
            throw new Answer.Malformed("A reading process did not say that it is ready");
        } finally {
            alarm.cancel(false);
        }
    }

    /// Has a document read. After any other outcome than an answer the process is gone.
    Outcome ask(Request request) {
        try {
            confinement();
        } catch (IOException e) {
            return ended();
        }
        var alarm =
                timer.schedule(this::stopForTime, limits.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            request.write(out);
            return new Outcome.Answered(Answer.read(in, limits.answerBytes()));
        } catch (Answer.Malformed e) {
            kill();
            return new Outcome.TooLongAnswer();
        } catch (IOException e) {
            return ended();
        } finally {
            alarm.cancel(false);
        }
    }

    private void stopForTime() {
        tooLate = true;
        kill();
    }

    private Outcome ended() {
        var status = 0;
        try {
            // Its output ends a moment before the process does.
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                status = process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        if (tooLate) {
            return new Outcome.TooLate();
        }
        return status == OUT_OF_MEMORY ? new Outcome.TooMuchMemory() : new Outcome.Died();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void kill() {
        process.destroyForcibly();
    }
}
