package vaiwg.board.grafana;

import java.util.List;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.schemas.EventStream;

/** Can the figures be trusted: is what victims tell us recorded in time and in full, and how much moves afterwards? */
final class QualityBoard {
    private final Boards boards;

    QualityBoard(Boards boards) {
        this.boards = boards;
    }

    Board board() {
        Board board = new Board(
                        "data-quality",
                        "VAIWG data quality and latency",
                        "Can these figures be trusted: recorded in time, in full, and how much do they move"
                                + " afterwards?",
                        "now-3y")
                .add(snapshots())
                .add(latecomers())
                .add(Charts.restated(
                        "Recorded within 24 hours of the report: is it rising?",
                        boards.measure("recorded_within_24h"),
                        Basis.RECORDED,
                        12,
                        9))
                .add(AreaBoard.chart(
                        boards.shown("hours_to_record_p90"), "Within how many hours are nine of ten crimes recorded?"))
                .add(revisions());
        for (String slug : List.of(
                "da_flag_late", "da_flag_missing", "substitution_cancelled", "linkage_victim", "linkage_suspect")) {
            Shown shown = boards.shown(slug);
            board.add(AreaBoard.chart(shown, Words.question(shown.measure())));
        }
        return board;
    }

    private static Panel snapshots() {
        return Charts.table(
                        "Were the figures published, or reconstructed later, and how long did they take?",
                        new Reading(
                                "Snapshots by kind and year: published at the time, or reconstructed from history that"
                                        + " was loaded later; incomplete ones lack a stream. The delay is from the"
                                        + " midnight to its publication, of those within a day; others were written later,"
                                        + " when a log was read again or after an outage.",
                                "snapshots; time",
                                "a short delay is good",
                                "the published snapshot",
                                "by year"),
                        Source.PUBLISHED,
                        12,
                        8)
                .sql(
                        "SELECT to_char(as_at, 'YYYY') AS \"Year\", initcap(kind) AS \"Kind\", count(*) AS"
                                + " \"Snapshots\", count(*) FILTER (WHERE NOT complete) AS \"Incomplete\","
                                + " to_char(max(as_at), 'DD Mon YYYY') AS \"Newest\", count(*) FILTER (WHERE published_at"
                                + " >= as_at + 1) AS \"Written later\", extract(epoch FROM percentile_cont(0.5) WITHIN"
                                + " GROUP (ORDER BY published_at - as_at) FILTER (WHERE published_at < as_at + 1)) AS"
                                + " \"Usual delay\", sum(row_count) AS \"Figures\" FROM vaiwg.kpi_snapshot WHERE force ="
                                + " '$force' GROUP BY 1, 2 ORDER BY 1 DESC, 2",
                        "table")
                .fields("^(Year|Incomplete|Usual delay)$", "custom.width", 95)
                .field("Usual delay", "unit", "s", "decimals", 0)
                .field("Figures", "unit", "locale");
    }

    private static Panel latecomers() {
        return Charts.table(
                        "What arrived after its time?",
                        new Reading(
                                "Events whose change their partition's clock had passed when they were read; they count from then"
                                        + " on, and nothing is lost.",
                                "events; time",
                                "fewer is good",
                                "the log",
                                "the newest 400 days"),
                        Source.PUBLISHED,
                        12,
                        EventStream.values().length + 3)
                .sql(
                        "SELECT s.stream AS \"Stream\", coalesce(sum(e.events), 0) AS \"Late events\","
                                + " coalesce(to_char(max(e.day), 'DD Mon YYYY'), 'none') AS \"Newest\","
                                + " percentile_cont(0.5) WITHIN GROUP (ORDER BY e.median_seconds) AS \"Usually late by\""
                                + " FROM vaiwg.kpi_feed s LEFT JOIN vaiwg.late_event_day e ON e.stream = s.stream"
                                + " AND e.force = '$force' AND e.day > current_date - 400 GROUP BY 1 ORDER BY 1",
                        "table")
                .field("Late events", "unit", "locale")
                .field("Usually late by", "unit", "s", "decimals", 1);
    }

    private static Panel revisions() {
        return Charts.table(
                        "What has moved since it was published?",
                        new Reading(
                                "Headlines as they were published at the ends of the last months, and as they are"
                                        + " known now: later versions, cancelled crimes and late outcomes move them.",
                                "% of crimes; points",
                                "a small change is good",
                                "settled_90d and recorded (restated)",
                                "365d"),
                        Source.PUBLISHED,
                        24,
                        17)
                .unit("percentunit")
                .byDefault("decimals", 2)
                .sql(
                        "SELECT to_char(as_at, 'DD Mon YYYY') AS \"Published as at\", m.title AS \"Figure\","
                                + " published_value AS \"Published\", value_now AS \"As known now\", 100 * value_change AS"
                                + " \"Change\", numerator_change AS \"Cases more in the part\", denominator_change AS"
                                + " \"Cases more in the whole\" FROM vaiwg.kpi_revision r JOIN vaiwg.kpi_measure m USING"
                                + " (kpi) WHERE force = '$force' AND slice = '' AND \"window\" = '365d' AND (kpi, basis)"
                                + " IN (('victim_attrition', 'settled_90d'), ('charge_rate', 'settled_180d'),"
                                + " ('recorded_within_24h', 'recorded')) AND as_at IN (SELECT max(as_at) FROM"
                                + " vaiwg.kpi_snapshot WHERE force = '$force' AND complete AND as_at > now() - interval '4"
                                + " months' GROUP BY date_trunc('month', as_at)) ORDER BY as_at DESC, m.title",
                        "table")
                .field("Figure", "custom.width", 360, "custom.wrapText", true)
                .field("Change", "unit", "suffix: points", "decimals", 2)
                .fields("^Cases more", "unit", "locale", "decimals", 0)
                .defines("victim_attrition", "charge_rate", "recorded_within_24h");
    }
}
