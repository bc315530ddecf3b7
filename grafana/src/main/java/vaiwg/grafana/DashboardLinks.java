package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.List;
import java.util.Map;

/** The links above the shared dashboards, each of which leads to all others. */
final class DashboardLinks {
    private static final String TAG = "vaiwg";
    private static final String AREA_TAG = "vaiwg-area";

    private DashboardLinks() {}

    /** By which the links find a dashboard of this name. */
    static List<String> tags(String name) {
        return name.startsWith("area-") ? List.of(TAG, AREA_TAG) : List.of(TAG);
    }

    static List<Map<String, Object>> toAll() {
        return List.of(
                link("Overview", "dashboard", "/d/vaiwg-strategy-overview?" + Variables.CARRIED),
                dropdown("Areas", AREA_TAG),
                dropdown("All dashboards", TAG),
                link("Definitions", "question", "/d/vaiwg-definitions?" + Variables.CARRIED));
    }

    private static Map<String, Object> link(String title, String icon, String url) {
        return object(
                "title", title, "type", "link", "icon", icon, "url", url, "keepTime", false, "targetBlank", false);
    }

    private static Map<String, Object> dropdown(String title, String tag) {
        return object(
                "title",
                title,
                "type",
                "dashboards",
                "tags",
                List.of(tag),
                "asDropdown",
                true,
                "includeVars",
                true,
                "keepTime",
                false,
                "targetBlank",
                false);
    }
}
