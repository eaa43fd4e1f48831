package org.breachregister.api.report;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.report.PacedStream.TooMuch;
import org.breachregister.api.report.PacedStream.TooSlow;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.ReceiptKey;
import org.breachregister.core.casework.Receipts;
import org.breachregister.core.casework.SentReport;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.ReportReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes in the reports that people send, a few at a time, and shows them to the holders of their
/// receipts.
///
/// A document is held in memory only, at most twice, from its first byte until it is stored; how
/// many are held at once is bounded, so that is the bound on memory. While all places are taken, a
/// document that has not begun to arrive waits a little and is then turned away.
@Component
public final class Submissions {

    /// The most bytes that a document may have.
    public static final int MOST_BYTES = ReportReader.MOST_BYTES;

    private static final long MOST_IGNORED = 64L * 1024 * 1024;
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final IntakeSettings settings;
    private final DocumentReader reader;
    private final Receipts receipts;
    private final Clock clock;
    private final Semaphore places;
    private final ClientLimit clients;
    private final SentFiles files = new SentFiles(MOST_BYTES);

    Submissions(IntakeSettings settings, DocumentReader reader, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.reader = reader;
        this.receipts = receipts;
        this.clock = clock;
        this.places = new Semaphore(settings.mostAtOnce());
        this.clients =
                new ClientLimit(
                        settings.mostAMinute(),
                        Math.max(1, settings.mostAtOnce() / 2),
                        System::nanoTime);
    }

    /// Whether reports are taken.
    public boolean open() {
        return settings.open();
    }

    /// Takes the document that a form brings.
    ///
    /// @throws UploadRefused where it is not taken for a reason that lies outside of it
    public Submission takeForm(HttpServletRequest request) {
        return take(request, false);
    }

    /// Takes the document that a form brings, or that is the body of the request.
    ///
    /// @throws UploadRefused where it is not taken for a reason that lies outside of it
    public Submission takeAny(HttpServletRequest request) {
        return take(request, true);
    }

    /// Takes a form of somebody who has signed in, with its fields and at most one document, and
    /// does something with it while it may be held in memory. Whether the public may send reports
    /// makes no difference to it.
    ///
    /// @throws UploadRefused where it is not taken for a reason that lies outside of the document
    public <T> T takeSigned(HttpServletRequest request, Function<SentForm, T> use) {
        return finishing(
                request,
                () -> {
                    mustBeOwnSite(request);
                    if (!SentFiles.isForm(request)) {
                        throw UploadRefused.wrongType();
                    }
                    return admitted(
                            request,
                            SentFiles.aroundWithFields(),
                            body -> use.apply(files.fieldsToo(request, body)));
                });
    }

    /// Reads a document, with nothing kept of it.
    public Reading read(SentFile file) {
        return reader.read(file.content(), file.name().value());
    }

    /// A file as a document that was received now.
    public Document document(SentFile file, String mediaType) {
        return new Document(
                file.name().value(),
                mediaType,
                file.content(),
                sha256(file.content()),
                clock.instant());
    }

    private Submission take(HttpServletRequest request, boolean bareToo) {
        return finishing(
                request,
                () -> {
                    if (!settings.open()) {
                        throw UploadRefused.closed();
                    }
                    mustBeOwnSite(request);
                    var form = SentFiles.isForm(request);
                    if (!form && !(bareToo && SentFiles.isBare(request))) {
                        throw UploadRefused.wrongType();
                    }
                    return admitted(
                            request,
                            SentFiles.around(),
                            body ->
                                    received(
                                            form
                                                    ? files.inForm(request, body)
                                                    : files.bare(request, body)));
                });
    }

    private static void mustBeOwnSite(HttpServletRequest request) {
        if (!SameSite.holds(request)) {
            throw UploadRefused.fromAnotherSite();
        }
    }

    private <T> T finishing(HttpServletRequest request, Supplier<T> taking) {
        try {
            return taking.get();
        } catch (UploadRefused refused) {
            letFinish(request);
            throw refused;
        }
    }

    private <T> T admitted(HttpServletRequest request, long around, Use<T> use) {
        if (request.getContentLengthLong() > MOST_BYTES + around) {
            throw UploadRefused.tooLarge(MOST_BYTES);
        }
        try (var _ = clients.enter(request.getRemoteAddr())) {
            if (receipts.bytesSince(clock.instant().minus(DAY)) >= settings.mostADay().toBytes()) {
                throw UploadRefused.full(Duration.ofHours(1));
            }
            if (!takesPlace()) {
                throw UploadRefused.busy(COME_BACK);
            }
            try {
                return use.of(paced(request, MOST_BYTES + around));
            } catch (IOException failure) {
                throw explained(failure);
            } finally {
                places.release();
            }
        }
    }

    private boolean takesPlace() {
        try {
            return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private PacedStream paced(HttpServletRequest request, long most) throws IOException {
        return new PacedStream(
                request.getInputStream(), settings.patience(), most, System::nanoTime);
    }

    private static UploadRefused explained(IOException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TooMuch _ -> {
                    return UploadRefused.tooLarge(MOST_BYTES);
                }
                case TooSlow _ -> {
                    return UploadRefused.tooSlow();
                }
                case SocketTimeoutException _ -> {
                    return UploadRefused.tooSlow();
                }
                default -> {}
            }
        }
        return UploadRefused.unlike(
                "malformed", "The form with the document is damaged or incomplete. Send it again.");
    }

    /// Reads a refused request to its end, without keeping anything of it: a browser that is still
    /// sending when the connection is closed shows its own error in place of ours.
    private void letFinish(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.EXPECT) != null
                || request.getContentLengthLong() > MOST_IGNORED) {
            return;
        }
        try {
            paced(request, MOST_IGNORED).transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // It is lost to the client then; the answer is sent all the same.
        }
    }

    private Submission received(SentFile file) {
        return switch (read(file)) {
            case Reading.Report(var report, _, var mediaType) ->
                    new Submission.Received(receipts.receive(document(file, mediaType), report));
            case Reading.NotAReport(var reason) -> new Submission.Refused("not-a-report", reason);
            case Reading.Unreadable(var reason) -> new Submission.Refused("unreadable", reason);
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /// What was sent, for the holder of a receipt that is still valid.
    public Optional<SentReport> find(String receipt) {
        return ReceiptKey.parse(receipt).flatMap(key -> receipts.find(key, clock.instant()));
    }

    /// The bytes of what was sent, as received.
    InputStream content(SentReport sent) {
        return receipts.content(sent);
    }

    /// What is done with the body of a request.
    @FunctionalInterface
    private interface Use<T> {
        T of(InputStream body) throws IOException;
    }
}
