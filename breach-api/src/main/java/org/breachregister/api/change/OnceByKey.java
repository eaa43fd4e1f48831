package org.breachregister.api.change;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.api.change.IdempotentAnswers.Known;
import org.breachregister.core.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.function.Supplier;

/// Does something once for each key of an account.
final class OnceByKey implements Once {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IdempotentAnswers answers;
    private final AccountId account;
    private final @Nullable String key;
    private final String digest;

    /// @param key the key, or null
    /// @param digest tells the request from others
    OnceByKey(IdempotentAnswers answers, AccountId account, @Nullable String key, String digest) {
        this.answers = answers;
        this.account = account;
        this.key = key;
        this.digest = digest;
    }

    @Override
    public ResponseEntity<Changed> answerToKey(Supplier<ResponseEntity<Changed>> deed) {
        if (key == null) {
            throw new ApiProblem(
                    ProblemType.KEY_NEEDED,
                    "Send a header Idempotency-Key with a text of your own that no other request has.");
        }
        return answer(deed);
    }

    @Override
    public ResponseEntity<Changed> answer(Supplier<ResponseEntity<Changed>> deed) {
        var own = key;
        if (own == null) {
            return deed.get();
        }
        return switch (answers.take(account, own, digest)) {
            case Known.Nothing() -> first(own, deed);
            case Known.Answered(var status, var location, var body) ->
                    again(status, location, body);
            case Known.Another() ->
                    throw new ApiProblem(
                            ProblemType.KEY_REUSED,
                            "The Idempotency-Key was sent with another request before. Use a new one.");
            case Known.UnderWay() ->
                    throw new ApiProblem(
                                    ProblemType.KEY_IN_USE,
                                    "The same request is being answered. Try again in a moment.")
                            .header(HttpHeaders.RETRY_AFTER, "1");
            case Known.TooMany() ->
                    throw new ApiProblem(
                                    ProblemType.TOO_MANY_REQUESTS,
                                    "Too many keys of your account are remembered. Try again later.")
                            .header(HttpHeaders.RETRY_AFTER, "3600");
        };
    }

    private ResponseEntity<Changed> first(String own, Supplier<ResponseEntity<Changed>> deed) {
        var kept = false;
        try {
            var answer = deed.get();
            var location = answer.getHeaders().getLocation();
            answers.keep(
                    account,
                    own,
                    answer.getStatusCode().value(),
                    location == null ? null : location.toString(),
                    JSON.writeValueAsString(answer.getBody()));
            kept = true;
            return answer;
        } finally {
            if (!kept) {
                answers.release(account, own);
            }
        }
    }

    private static ResponseEntity<Changed> again(
            int status, @Nullable String location, String body) {
        var changed = JSON.readValue(body, Changed.class);
        var answer =
                ResponseEntity.status(status)
                        .eTag(Revision.tag(changed.revision()))
                        .cacheControl(CacheControl.noStore())
                        .header("Idempotent-Replayed", "true");
        if (location != null) {
            answer.location(URI.create(location));
        }
        return answer.body(changed);
    }
}
