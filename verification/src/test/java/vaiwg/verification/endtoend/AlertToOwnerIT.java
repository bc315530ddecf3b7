package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.Await;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.verification.Today;

/**
 * The whole way of an alert, on real parts and with the project's own rules and routes: events, job, Prometheus, Alertmanager, and the
 * words that reach the owner by webhook and by e-mail. Only the pauses are shortened.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class AlertToOwnerIT {
    private static final Path FILES = Path.of("..", "prometheus");
    private static final String ALERT = "VaiwgCompletenessFall";
    private static final String OWNER = "recording@vaiwg.invalid";
    private static final String SUMMARY =
            "Records of the latest 28 days are less complete, or less prompt, than those of the year. (Small Force)";
    private static final String FALL =
            "Small Force: Recorded within 24 hours%s, in the latest 28 days: \\d+ of \\d+ \\([\\d.]+%%\\), below the"
                    + " lower limit of [\\d.]+%% \\(usual 9[\\d.]+%%\\), since \\d+ \\w+ \\d{4}\\. Have the records completed at the"
                    + " source, which ends it; by chance a force gets one in six months\\.";
    private static final String ALARM = "VaiwgAttritionAct";
    private static final int CRIMES_A_DAY = 6;
    private static final int DAYS = 380;
    private static final int LATE_DAYS = 27;
    /** Fewer would be withheld from Prometheus, and it would be two days until it forgets what it knew. */
    private static final int LATE_STILL = 5;

    private final LocalDate today = Today.byTheClock();
    private final Clock clock = Clock.systemUTC();

    /** First the daily alarm, raised by a mistake and withdrawn; then records that come late, until they are corrected. */
    @Test
    void what_goes_wrong_reaches_its_owner_in_words_and_the_correction_ends_it(Installation installation)
            throws Exception {
        EventLog log = installation.newLog();
        MistakenForce mistaken = new MistakenForce(today.minusDays(5));
        log.send(Stream.concat(mistaken.history(today.minusDays(1)).stream(), history().stream())
                .sorted(Comparator.comparingLong(FeedRecord::timestamp))
                .toList());
        log.completeThrough(LondonDays.startOf(today.minusDays(1)));
        try (Webhook webhook = new Webhook();
                Mailbox mailbox = new Mailbox();
                Alertmanager alertmanager = alertmanager(installation.newFolder("alertmanager"), webhook, mailbox);
                EmbeddedPrometheus prometheus = prometheus(installation.newFolder("prometheus"), alertmanager);
                JobRun run = installation.start(
                        log,
                        RunSettings.of(LondonDays.startOf(today), 2)
                                .withCheckpoints(Duration.ofSeconds(2))
                                .withRemoteWrite(URI.create(prometheus.url() + "/api/v1/write")))) {
            prometheus.scrape(run.metricsPort());
            Await.until(
                    "the webhook hears of the alarm",
                    () -> !dailyAlarms(webhook, "firing").isEmpty());
            requireTheAlarmInWords(webhook);

            log.send(mistaken.corrections(LondonDays.startOf(today.minusDays(1)).plus(Duration.ofHours(20))));
            log.completeThrough(LondonDays.startOf(today));
            run.awaitSnapshot(LondonDays.startOf(today));
            Await.until(
                    "the webhook hears that the alarm is withdrawn",
                    () -> !dailyAlarms(webhook, "resolved").isEmpty());
            assertThat(run.query(
                            "SELECT as_at || ' ' || change FROM kpi_signal WHERE kpi = 'victim_attrition' AND basis = 'daily' AND slice = ''"
                                    + " AND state = 'act' ORDER BY as_at"))
                    .containsExactly(today.minusDays(4) + " raised", today + " withdrawn");
            Await.until(
                    "the webhook hears of the fall",
                    () -> !webhook.told(ALERT, "firing").isEmpty());

            JsonNode alert = webhook.told(ALERT, "firing").stream()
                    .filter(one -> one.at("/labels/theme").asText().equals("all"))
                    .findFirst()
                    .orElseThrow();
            assertThat(alert.at("/labels/kpi").asText()).isEqualTo("recorded_within_24h");
            assertThat(alert.at("/labels/owner").asText()).isEqualTo("recording");
            assertThat(alert.at("/labels/force").asText()).isEqualTo(SmallCase.FORCE);
            String description = alert.at("/annotations/description").asText();
            assertThat(description).matches(String.format(FALL, ""));
            assertThat(LocalDate.parse(
                            description.replaceFirst("(?s).*, since (\\d+ \\w+ \\d{4})\\..*", "$1"),
                            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)))
                    .as("by the figures, not since Prometheus first saw them")
                    .isBetween(today.minusDays(LATE_DAYS), today.minusDays(10));
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .isEqualTo("https://documents.example/vaiwg/docs/runbook.md#vaiwgcompletenessfall");
            assertThat(alert.at("/annotations/dashboard_url").asText())
                    .isEqualTo("https://grafana.example/d/vaiwg-pipeline?var-force=small-force");
            assertThat(alert.at("/labels").toString()).doesNotContain("_url");
            assertThat(webhook.receivers(ALERT)).containsExactly("owner");
            assertThat(webhook.told(ALERT, "resolved")).isEmpty();
            Await.until("the owner's letter comes", () -> !mailbox.to(OWNER).isEmpty());
            Letter letter = mailbox.to(OWNER).get(0);
            assertThat(letter.subject()).isEqualTo(SUMMARY);
            isTheOwnersLetter(letter, "");

            log.send(corrections(clock.instant()));
            Await.until("the webhook hears that it is over", () -> {
                // The corrected figures come with the first whole minute after the correction.
                log.completeThrough(clock.instant());
                return !webhook.told(ALERT, "resolved").isEmpty();
            });
            Await.until(
                    "the owner is written that it is over",
                    () -> mailbox.to(OWNER).stream()
                            .anyMatch(one -> one.subject().equals("Over: " + SUMMARY)));
            isTheOwnersLetter(mailbox.to(OWNER).get(mailbox.to(OWNER).size() - 1), "Over: ");
        }
    }

    /** In words, with place and size, where to look and what to do; of every theme one paragraph. */
    private static void isTheOwnersLetter(Letter letter, String begins) {
        assertThat(letter.from()).isEqualTo("vaiwg-alerts@vaiwg.invalid");
        assertThat(letter.to()).isEqualTo(OWNER);
        assertThat(letter.recipients()).containsExactly(OWNER);
        assertThat(letter.text().split("\n\n"))
                .anySatisfy(paragraph -> assertThat(paragraph)
                        .matches(begins
                                + String.format(FALL, "")
                                + "\nWhat to do: https://documents\\.example/vaiwg/docs/runbook\\.md#vaiwgcompletenessfall\n"
                                + "Dashboard: https://grafana\\.example/d/vaiwg-pipeline\\?var-force=small-force"))
                .allMatch(paragraph -> paragraph.startsWith(begins + "Small Force: Recorded within 24 hours"));
    }

    /** The first to fire is that of the whole scope; those of its parts have the same cause, and are grouped with it. */
    private static void requireTheAlarmInWords(Webhook webhook) {
        JsonNode alarm = dailyAlarms(webhook, "firing").get(0);
        assertThat(alarm.at("/labels/kpi").asText()).isEqualTo("victim_attrition");
        assertThat(alarm.at("/labels/theme").asText()).isEqualTo("all");
        assertThat(alarm.at("/labels/owner").asText()).isEqualTo("criminal_justice");
        assertThat(alarm.at("/annotations/description").asText())
                .matches(
                        "Small Force: \\d+ cases of all offences of the strategy became known to have ended with outcome 16 on"
                                + " \\d+ \\w+ \\d{4}, above the [\\d.]+ expected \\([\\d,]+ were open on the last day\\)\\."
                                + " Find the cause; by chance one series gives one in two years, and it measures the service, never the victim\\.");
        assertThat(alarm.at("/annotations/runbook_url").asText())
                .isEqualTo("https://documents.example/vaiwg/docs/runbook.md#vaiwgattritionact");
        assertThat(alarm.at("/annotations/dashboard_url").asText())
                .isEqualTo("https://grafana.example/d/vaiwg-attrition?var-force=small-force&var-theme=all");
        assertThat(alarm.at("/annotations/answer_url").asText())
                .isEqualTo("https://board.example/answer?force=small-force&kpi=victim_attrition&basis=daily&window=1d"
                        + "&rule=daily_rise&theme=all&lpa=all");
        assertThat(webhook.receivers(ALARM)).containsExactly("owner");
        assertThat(webhook.groups(ALARM))
                .as("a matter is a message")
                .containsExactly(
                        "{\"concern\":\"support ended\",\"force\":\"small-force\",\"owner\":\"criminal_justice\",\"side\":\"worse\"}");
        assertThat(dailyAlarms(webhook, "resolved")).isEmpty();
    }

    /** What was told of the daily alarm's rises; block charts of the same figure may say act too. */
    private static List<JsonNode> dailyAlarms(Webhook webhook, String status) {
        return webhook.told(ALARM, status).stream()
                .filter(alarm -> alarm.at("/labels/rule").asText().equals("daily_rise"))
                .toList();
    }

    private List<FeedRecord> history() {
        List<FeedRecord> history = new ArrayList<>();
        for (int day = DAYS; day > 0; day--) {
            for (int i = 0; i < CRIMES_A_DAY; i++) {
                Instant at = recorded(day, i);
                history.add(
                        crime(day, i, 1, at, at.minus(day <= LATE_DAYS ? Duration.ofDays(3) : Duration.ofHours(1))));
            }
        }
        return history;
    }

    /** The crimes of the last days, but for the newest few, were reported an hour before they were recorded, not days before. */
    private List<FeedRecord> corrections(Instant changedAt) {
        List<FeedRecord> corrections = new ArrayList<>();
        for (int day = LATE_DAYS; day > 0; day--) {
            for (int i = 0; i < CRIMES_A_DAY; i++) {
                corrections.add(crime(day, i, 2, changedAt, recorded(day, i).minus(Duration.ofHours(1))));
            }
        }
        return corrections.subList(0, corrections.size() - LATE_STILL);
    }

    private Instant recorded(int daysAgo, int which) {
        return LondonDays.startOf(today.minusDays(daysAgo)).plus(Duration.ofHours(9 + which));
    }

    private FeedRecord crime(int daysAgo, int which, int version, Instant changedAt, Instant reportedAt) {
        SmallCase crime = new SmallCase("day-" + daysAgo + "-" + which);
        var record = crime.crime(recorded(daysAgo, which));
        record.setVersion(version);
        record.setEventId(new SmallCase(crime.reference() + "/" + version).eventId(EventStream.CRIME_RECORDING));
        record.setChangedAt(changedAt);
        record.setReportedAt(reportedAt);
        return crime.delivered(record, changedAt);
    }

    /** With the project's routes, to whom they lead here, and without their pauses. */
    static Alertmanager alertmanager(Path folder, Webhook webhook, Mailbox mailbox) throws Exception {
        Path address = Files.writeString(folder.resolve("address"), webhook.address());
        Files.copy(FILES.resolve("recipients.tmpl"), folder.resolve("recipients.tmpl"));
        Path configuration = Files.writeString(
                folder.resolve("alertmanager.yml"),
                Files.readString(FILES.resolve("alertmanager.yml"))
                        .replace("/run/secrets/alert_webhook_url", address.toString())
                        .replace("smtp-relay:25", mailbox.address())
                        .replace("group_wait: 1m", "group_wait: 1s")
                        .replace("group_interval: 1h", "group_interval: 1s"));
        return Alertmanager.start(configuration, folder);
    }

    /** Where the project's Prometheus sends alerts. */
    private static String alerting() throws Exception {
        Matcher found =
                Pattern.compile("(?m)^alerting:\n( .*\n)+").matcher(Files.readString(FILES.resolve("prometheus.yml")));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** With the project's rules, and that Alertmanager. */
    static EmbeddedPrometheus prometheus(Path folder, Alertmanager alertmanager) throws Exception {
        Path configuration = QuickRules.writeTo(
                Files.createDirectories(folder.resolve("project")),
                "\n" + alerting().replace("alertmanager:9093", alertmanager.address()));
        Path program = EmbeddedPrometheus.program()
                .orElseThrow(() -> new AssertionError("install prometheus: apt-get install prometheus"));
        return EmbeddedPrometheus.start(
                program,
                configuration,
                folder.resolve("server"),
                Map.of(
                        "VAIWG_GRAFANA_URL", "https://grafana.example",
                        "VAIWG_DOCUMENTS_URL", "https://documents.example/vaiwg",
                        "VAIWG_BOARD_URL", "https://board.example"));
    }
}
