package org.breachregister.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Asks everything that the description of the interface tells, in every way that it allows and in
/// many that it does not: no answer is a fault of the server's, and each is as described.
class SchemaDrivenIT {

    private static final int ROUNDS = Integer.getInteger("test.rounds", 60);
    private static final int MOST_REPORTS = 6;
    private static final int AT_ONCE = 4;
    private static final int MOST_FAULTS = 20;

    private final RunningServer server = RunningServer.get();

    @Test
    void findsNoFaultOfTheServerAndNoAnswerThatIsNotDescribed() throws Exception {
        var seed = Long.getLong("test.seed", System.nanoTime());
        var described = new Described(server.get("/api/v1/openapi.json").body());
        var team = Team.on(server);
        var known = known(team);
        var began = System.nanoTime();
        var deeds = new ArrayList<Callable<Outcome>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var operation : described.operations()) {
                if (operation.name().equals("reports.receive") && round >= MOST_REPORTS) {
                    continue; // each starts a process that reads it
                }
                // Each request has numbers of its own, so that it is the same whatever came before.
                var own = seed + 31L * deeds.size();
                deeds.add(() -> ask(described, team, known, operation, own));
            }
        }
        var statuses = new TreeMap<Integer, Integer>();
        var faults = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(deeds)) {
                statuses.merge(done.get().status(), 1, Integer::sum);
                if (!done.get().fault().isEmpty() && faults.size() < MOST_FAULTS) {
                    faults.add(done.get().fault());
                }
            }
        }
        var asked = deeds.size();
        System.out.printf(
                "SchemaDrivenIT: %d requests to %d operations in %d ms, -Dtest.seed=%d, statuses %s%n",
                asked,
                described.operations().size(),
                (System.nanoTime() - began) / 1_000_000,
                seed,
                statuses);

        assertThat(faults).as("-Dtest.seed=" + seed).isEmpty();
        assertThat(asked).isGreaterThan(Math.min(3_000, ROUNDS * 40));
        assertThat(statuses.keySet()).contains(200, 201, 400, 401, 403, 404, 406, 412, 415, 428);
    }

    private record Outcome(int status, String fault) {}

    private Outcome ask(
            Described described,
            Team team,
            RandomRequests.Known known,
            Described.Operation operation,
            long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var program = someone(team, random);
        var request = new RandomRequests(random, known).of(operation, program);
        var answer =
                program.raw(
                        operation.verb().toUpperCase(Locale.ROOT),
                        request.path(),
                        request.body(),
                        request.headers());
        var fault =
                answer.status() >= 500
                        ? "a fault of the server"
                        : described.fault(
                                operation,
                                answer.status(),
                                answer.header("Content-Type"),
                                answer.body());
        return new Outcome(
                answer.status(),
                fault.isEmpty()
                        ? ""
                        : "%s %s%n  %s%n  %s%n  -> %d %s%n  %s"
                                .formatted(
                                        operation.verb(),
                                        shortened(request.path()),
                                        request.headers(),
                                        shortened(
                                                new String(request.body(), StandardCharsets.UTF_8)),
                                        answer.status(),
                                        fault,
                                        shortened(answer.body())));
    }

    /// What there is to ask about.
    private RandomRequests.Known known(Team team) {
        var producer = Program.of(server, team.producer());
        var stranger = Program.of(server, team.stranger());
        var caseworker = Program.of(server, team.caseworker());
        var cases = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            cases.add(producer.sent(Team.BODY.value()));
        }
        cases.add(stranger.sent(Team.OTHER_BODY.value()));
        for (var path : List.of(cases.get(1), cases.get(2))) {
            caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        }
        caseworker
                .form(
                        "POST",
                        cases.get(1) + "/files",
                        List.of(
                                Program.text("forProducer", "true"),
                                Uploads.Part.file("notes.txt", new byte[] {1, 2, 3})),
                        "If-Match",
                        caseworker.tag(cases.get(1)))
                .expect(201);
        caseworker
                .change(
                        "POST",
                        cases.get(2),
                        "/commitments",
                        "{\"text\":\"Write\",\"due\":\"2010-01-31\"}")
                .expect(201);
        var drafts =
                List.of(producer.draft(Team.BODY.value()), stranger.draft(Team.OTHER_BODY.value()));
        return new RandomRequests.Known(
                cases.stream().map(SchemaDrivenIT::last).toList(),
                drafts.stream().map(SchemaDrivenIT::last).toList(),
                List.of(
                        last(
                                caseworker
                                        .get(cases.get(1) + "/files")
                                        .json()
                                        .at("/items/0/file/link")
                                        .asString())),
                List.of("1", "2", "3"),
                List.of(RunningServer.EDITION),
                team.all().stream().map(member -> member.account().toString()).toList());
    }

    private Program someone(Team team, RandomGenerator random) {
        var members = team.all();
        var who = random.nextInt(members.size() + 4);
        return who < members.size()
                ? Program.of(server, members.get(who))
                : who == members.size()
                        ? new Program(server, null)
                        : Program.of(server, who % 2 == 0 ? team.caseworker() : team.producer());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "…";
    }
}
