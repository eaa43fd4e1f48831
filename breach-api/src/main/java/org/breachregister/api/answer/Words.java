package org.breachregister.api.answer;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.CaseRecords;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.casework.Redacted;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The words and numbers that stand for the domain's own types in answers.
public final class Words {

    private static final Map<Class<?>, Function<Object, Object>> PLAIN = plain();

    private Words() {}

    private static Map<Class<?>, Function<Object, Object>> plain() {
        var plain = new LinkedHashMap<Class<?>, Function<Object, Object>>();
        put(plain, BreachId.class, BreachId::value);
        put(plain, ProducerId.class, ProducerId::value);
        put(plain, AccountId.class, AccountId::value);
        put(plain, EditionId.class, EditionId::value);
        put(plain, ElementId.class, ElementId::toString);
        put(plain, Role.class, Role::key);
        put(plain, CaseState.class, CaseState::key);
        put(plain, CaseStep.class, CaseStep::key);
        put(plain, CorrectedField.class, CorrectedField::key);
        put(plain, Outcome.class, Outcome::key);
        put(plain, Section.class, Section::key);
        put(plain, Redacted.Reason.class, Redacted.Reason::key);
        put(plain, Redacted.Decision.class, Redacted.Decision::key);
        put(plain, TrackedCommitment.Status.class, TrackedCommitment.Status::key);
        put(plain, CaseRecords.Message.Kind.class, CaseRecords.Message.Kind::key);
        return plain;
    }

    private static <T> void put(
            Map<Class<?>, Function<Object, Object>> plain,
            Class<T> type,
            Function<T, Object> word) {
        plain.put(type, value -> word.apply(type.cast(value)));
    }

    /// Whether a type is written as a word or a number.
    public static boolean isWord(Class<?> type) {
        return PLAIN.containsKey(type);
    }

    /// Such types.
    static Iterable<Class<?>> types() {
        return PLAIN.keySet();
    }

    /// What is written for a value; the value itself where it is none of those types.
    static Object plain(Object value) {
        var word = PLAIN.get(value.getClass());
        return word == null ? value : word.apply(value);
    }
}
