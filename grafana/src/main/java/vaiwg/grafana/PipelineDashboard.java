package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import vaiwg.schemas.EventStream;

/** Does the pipeline run, and if not, who holds back the watermark? */
final class PipelineDashboard {
    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
    /** The same for one and for many, where Grafana's own hours are "10 hour". */
    private static final String HOURS = "suffix:h";

    private static final String NO_BASIS = "none: the pipeline itself, not a figure of the strategy";

    private PipelineDashboard() {}

    static Dashboard dashboard() {
        return new Dashboard("pipeline-health", "VAIWG: pipeline health", "Which stream holds figures back?", "now-24h")
                .add(clock())
                .add(behind())
                .add(lines(
                                "Age of the newest snapshot",
                                "Since the newest snapshot. While live there is one a minute; those of midnights are"
                                        + " published.",
                                HOURS,
                                "below 30 hours is usual",
                                "Age")
                        .line(
                                "(time() - max by (force)"
                                        + " (last_over_time(vaiwg_snapshot_as_at_seconds{force=\"$force\"}[7d]))) / 3600",
                                "Age"))
                .add(lines(
                                "Events accepted a minute",
                                "Events that were accepted, each counted once.",
                                "none",
                                "steady is good",
                                "Accepted")
                        .line("sum(rate(" + OPERATOR + "vaiwg_events_accepted_total[5m])) * 60", "Accepted"))
                .add(deadLetters())
                .add(lines(
                                "Events late, twice, or in conflict",
                                "Events in the hour that came after their time, that were there already, or whose"
                                        + " version was there with other content.",
                                "locale",
                                "few is good",
                                "Late",
                                "Twice",
                                "In conflict")
                        .line(increase("vaiwg_events_late_total", "1h"), "Late")
                        .line(increase("vaiwg_events_duplicate_total", "1h"), "Twice")
                        .line(increase("vaiwg_events_conflicting_total", "1h"), "In conflict"))
                .add(lines(
                                "Time of the newest checkpoint",
                                "How long the newest checkpoint took. Without checkpoints a restart reads the whole log again.",
                                "ms",
                                "short and steady is good",
                                "Duration")
                        .line("max(last_over_time(flink_jobmanager_job_lastCheckpointDuration[5m]))", "Duration"))
                .add(lines(
                                "Restarts of the job",
                                "Restarts, and checkpoints that were not completed, since the job was started.",
                                "locale",
                                "none is good",
                                "Restarts",
                                "Checkpoints not completed")
                        .line("max(last_over_time(flink_jobmanager_job_numRestarts[5m]))", "Restarts")
                        .line(
                                "max(last_over_time(flink_jobmanager_job_numberOfFailedCheckpoints[5m]))",
                                "Checkpoints not completed"))
                .add(lines(
                                "Samples sent to Prometheus",
                                "Samples in five minutes: taken, there already, and left out because Prometheus did"
                                        + " not take them; PostgreSQL has them all.",
                                "locale",
                                "none left out is good",
                                "Taken",
                                "There already",
                                "Left out")
                        .line(increase("vaiwg_remote_write_samples_total", "5m"), "Taken")
                        .line(increase("vaiwg_remote_write_samples_already_there_total", "5m"), "There already")
                        .line(increase("vaiwg_remote_write_samples_dropped_total", "5m"), "Left out"))
                .add(storage());
    }

    /** A line of the table for each stream, its head and the panel's title. */
    private static int rowsOfStreams() {
        return EventStream.values().length + 3;
    }

    private static Panel clock() {
        return PanelKinds.table(
                        "Streams, and how far each is complete",
                        new PanelReading(
                                "What each stream is complete through: nothing older will follow. The first in the"
                                        + " table holds back every figure. A stream may be complete because nothing comes: how it comes,"
                                        + " of the worst force, is beside it.",
                                "time; minutes",
                                "fewer minutes behind is good",
                                NO_BASIS,
                                "now"),
                        PanelSource.PUBLISHED,
                        12,
                        rowsOfStreams())
                .sql(
                        "SELECT stream AS \"Stream\", to_char(complete_through AT TIME ZONE 'Europe/London', 'DD Mon"
                                + " YYYY HH24:MI') AS \"Complete through\", round(extract(epoch FROM now() -"
                                + " complete_through) / 60) AS \"Minutes behind\", coalesce(state, 'not known yet') AS \"How it comes\","
                                + " to_char(updated_at AT TIME ZONE 'Europe/London', 'DD Mon YYYY HH24:MI') AS \"Last heard of\""
                                + " FROM vaiwg.kpi_feed WHERE force = 'all' ORDER BY complete_through",
                        "table")
                .field("Minutes behind", "unit", "locale");
    }

    private static Panel storage() {
        return PanelKinds.table(
                        "Size of the figures on disk",
                        new PanelReading(
                                "The whole database, and its two large tables. Prometheus takes about a hundredth of"
                                        + " it.",
                                "bytes",
                                "slow growth is usual",
                                NO_BASIS,
                                "now"),
                        PanelSource.PUBLISHED,
                        12,
                        8)
                .unit("bytes")
                .sql(
                        "SELECT 'Database' AS \"What\", pg_database_size(current_database()) AS \"Size\" UNION ALL"
                                + " SELECT name, pg_total_relation_size(('vaiwg.' || relation)::regclass) FROM (VALUES"
                                + " ('Published figures', 'kpi_value_row'), ('Revised days', 'kpi_day_month')) t(name,"
                                + " relation)",
                        "table");
    }

    private static Panel behind() {
        PanelReading reading = new PanelReading(
                "From what each stream is complete through to now. The one farthest behind holds every figure back; ten minutes are usual"
                        + " with the heartbeat.",
                "time",
                "small is good",
                NO_BASIS,
                "now");
        Panel panel = PanelKinds.bars("Time behind, by stream", reading, PanelSource.HEALTH, 12, rowsOfStreams())
                // In words of Grafana's own, as "1 day, 4 hours": its other units of time write "1 days".
                .unit("dtdurations")
                .byDefault("decimals", 1)
                .byDefault("noValue", "no measurement")
                .now(
                        "sort_desc(time() - max by (stream) (last_over_time(flink_taskmanager_job_task_operator_stream_vaiwg_feed_complete_through_seconds[1d])))",
                        "{{stream}}");
        for (EventStream stream : EventStream.values()) {
            panel.field(
                    // As Flink's reporter writes a label.
                    stream.slug().replace('-', '_'),
                    "displayName",
                    FirstLetters.capital(stream.slug().replace('-', ' ').replace("cps", "CPS")));
        }
        return panel;
    }

    private static Panel deadLetters() {
        PanelReading reading = new PanelReading(
                "Dead letters of the last 24 hours, by reason. Raw bytes, place and reason are in the topic"
                        + " vaiwg.dead-letter; none is lost.",
                "records",
                "none is good",
                NO_BASIS,
                "24 hours");
        return PanelKinds.numbers(
                        "Records that could not be used, 24 hours", reading, PanelSource.HEALTH, "locale", 12, 8)
                .now(
                        "sum by (reason) (increase(" + OPERATOR
                                + "stream_reason_vaiwg_dead_letters_total[24h])) or on () label_replace(vector(0), \"reason\","
                                + " \"any reason\", \"\", \"\")",
                        "{{reason}}")
                .transform("renameByRegex", object("regex", "/_/g", "renamePattern", " "))
                .byDefault("decimals", 0);
    }

    private static String increase(String counter, String over) {
        return "sum(increase(" + OPERATOR + counter + "[" + over + "]))";
    }

    private static Panel lines(String title, String what, String unit, String direction, String... names) {
        PanelReading reading = new PanelReading(what, words(unit), direction, NO_BASIS, "the time range");
        Panel panel = PanelKinds.lines(title, reading, PanelSource.HEALTH, unit, 12, 8)
                .byDefault("noValue", "no measurement")
                .byDefault("min", 0)
                .with("interval", "1m");
        PanelKinds.lineStyles(panel, List.of(names));
        return panel;
    }

    private static String words(String unit) {
        return switch (unit) {
            case HOURS, "ms" -> "time";
            default -> "number";
        };
    }
}
