package org.breachregister.web.account;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How accounts are told of on pages.
@Component
class AccountWords {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Producers producers;

    AccountWords(Producers producers) {
        this.producers = producers;
    }

    /// A choice of a form.
    record Choice(String value, String words, boolean chosen) {}

    static String roles(Account account) {
        return account.roles().stream().map(AccountWords::role).collect(Collectors.joining(", "));
    }

    static String role(Role role) {
        return switch (role) {
            case PRODUCER -> "Reports for a producer";
            case CASEWORKER -> "Caseworker";
            case PUBLISHER -> "Publisher";
            case ANALYST -> "Analyst";
            case ADMINISTRATOR -> "Administrator";
        };
    }

    String bodies(Account account) {
        return account.bodies().stream().map(this::body).collect(Collectors.joining("; "));
    }

    static List<Choice> roleChoices(List<String> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.key(), role(role), chosen.contains(role.key())))
                .toList();
    }

    /// The bodies of an account, a name on each line.
    String lines(Account account) {
        return account.bodies().stream().map(this::body).collect(Collectors.joining("\n"));
    }

    /// The names that the register knows, sorted.
    List<String> bodyNames() {
        return producers.all().stream().map(Producer::name).sorted().toList();
    }

    static String day(Instant moment) {
        return day(moment.atZone(LONDON).toLocalDate());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private String body(ProducerId id) {
        return producers.find(id).map(Producer::name).orElse(id.value());
    }
}
