package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.Map;

/** Where a panel's figures come from, and as of when they are known. */
enum PanelSource {
    LIVE(
            "prometheus",
            "vaiwg-prometheus",
            "Prometheus, each figure as it was published at its midnight; as at the date above"),
    HEALTH("prometheus", "vaiwg-prometheus", "Prometheus, measured while the pipeline runs; as at now"),
    PUBLISHED(
            "grafana-postgresql-datasource",
            "vaiwg-postgres",
            "PostgreSQL, as published, without numbers below five and what would give one away; as at the date in the table or, without"
                    + " one, the date above"),
    REVISED(
            "grafana-postgresql-datasource",
            "vaiwg-postgres",
            "PostgreSQL, history revised as known now; as at the date above"),
    CONDUCT(
            "grafana-postgresql-datasource",
            "vaiwg-conduct",
            "PostgreSQL, as published, with the rights of vaiwg_conduct; as at the date above"),
    CONDUCT_REVISED(
            "grafana-postgresql-datasource",
            "vaiwg-conduct",
            "PostgreSQL, history revised as known now, with the rights of vaiwg_conduct; as at the date above");

    private final String type;
    private final String uid;
    private final String words;

    PanelSource(String type, String uid, String words) {
        this.type = type;
        this.uid = uid;
        this.words = words;
    }

    /** The reference by which Grafana finds it; the uid is fixed by provisioning. */
    Map<String, Object> reference() {
        return object("type", type, "uid", uid);
    }

    /** By which an alert rule names it. */
    String uid() {
        return uid;
    }

    /** What a panel's description says of it. */
    String words() {
        return words;
    }
}
