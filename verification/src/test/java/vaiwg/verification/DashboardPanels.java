package vaiwg.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a dashboard's file shows. */
public final class DashboardPanels {
    private DashboardPanels() {}

    /** Every panel, in the place of a collapsed row those inside it. */
    public static List<JsonNode> of(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            if (panel.has("panels")) {
                panel.get("panels").forEach(panels::add);
            } else {
                panels.add(panel);
            }
        }
        return panels;
    }
}
