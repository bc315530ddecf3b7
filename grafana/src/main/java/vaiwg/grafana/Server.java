package vaiwg.grafana;

import java.util.List;
import java.util.Map;

/** The Grafana that has a dashboard: which data sources and dashboards are beside it, and so what can stand around its panels. */
enum Server {
    /** Of everybody who may log in; its dashboards lead to one another. */
    SHARED {
        @Override
        Panel freshness() {
            return Header.freshness();
        }

        @Override
        List<Map<String, Object>> links() {
            return DashboardLinks.toAll();
        }

        @Override
        List<Map<String, Object>> annotations(String panels) {
            return Annotations.of(panels);
        }

        @Override
        List<Map<String, Object>> variables(String panels) {
            return Variables.used(panels);
        }
    },
    /** Of professional standards alone: it has one dashboard, and no Prometheus. */
    CONDUCT {
        @Override
        Panel freshness() {
            return Header.freshnessOfConduct();
        }

        @Override
        List<Map<String, Object>> links() {
            return List.of();
        }

        @Override
        List<Map<String, Object>> annotations(String panels) {
            return Annotations.ofConduct();
        }

        /** Conduct is not broken down by policing area or theme. */
        @Override
        List<Map<String, Object>> variables(String panels) {
            return List.of(Variables.forceOfConduct());
        }
    };

    /** Of when and whence the figures are. */
    abstract Panel freshness();

    abstract List<Map<String, Object>> links();

    /** @param panels the text of the dashboard's panels */
    abstract List<Map<String, Object>> annotations(String panels);

    /** @param panels the text of the dashboard's panels */
    abstract List<Map<String, Object>> variables(String panels);
}
