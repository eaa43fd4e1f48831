package org.breachregister.api.change;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.core.casework.Change;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import java.net.URI;

/// Answers what came of a change.
public final class Changes {

    private Changes() {}

    /// The answer where a record was changed.
    public static ResponseEntity<Changed> changed(Change change, String record) {
        var done = done(change);
        return ResponseEntity.ok()
                .eTag(Revision.tag(done.revision()))
                .cacheControl(CacheControl.noStore())
                .body(new Changed(record, done.revision(), done.made() == 0 ? null : done.made()));
    }

    /// The answer where something was added to a record.
    ///
    /// @param list the address of the list that it was added to
    public static ResponseEntity<Changed> added(Change change, String record, String list) {
        var done = done(change);
        return ResponseEntity.created(URI.create(list))
                .eTag(Revision.tag(done.revision()))
                .cacheControl(CacheControl.noStore())
                .body(new Changed(record, done.revision(), done.made() == 0 ? null : done.made()));
    }

    /// What was done.
    ///
    /// @throws ApiProblem where nothing was
    public static Change.Done done(Change change) {
        return switch (change) {
            case Change.Done done -> done;
            case Change.Stale(var revision) -> throw stale(revision);
            case Change.Refused(var reason, var sentence) ->
                    throw new ApiProblem(type(reason), sentence);
            case Change.Unknown() -> throw unknown();
        };
    }

    /// There is no such record, or none that the caller may know of.
    public static ApiProblem unknown() {
        return new ApiProblem(ProblemType.NOT_FOUND, "There is nothing of that address.");
    }

    private static ApiProblem stale(long revision) {
        return new ApiProblem(
                        ProblemType.STALE,
                        "Somebody changed the record since you read it. Read it again, and decide again.")
                .header(HttpHeaders.ETAG, Revision.tag(revision));
    }

    private static ProblemType type(Change.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> ProblemType.NOT_ALLOWED;
            case ILLEGAL_STEP -> ProblemType.ILLEGAL_STEP;
            case SECOND_PERSON_NEEDED -> ProblemType.SECOND_PERSON_NEEDED;
            case CONTENT_CHANGED -> ProblemType.CONTENT_CHANGED;
            case INVALID -> ProblemType.INVALID;
        };
    }
}
