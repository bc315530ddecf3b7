package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.util.ArrayList;
import java.util.List;

/** Cells that are the darker the larger their number, which is always printed. */
final class Heat {
    private Heat() {}

    /** @param steps from where each of the three darker colours is taken */
    static Object[] cells(double... steps) {
        List<Object> thresholds = new ArrayList<>();
        for (int i = 0; i < DashboardPalette.HEAT.size(); i++) {
            thresholds.add(
                    object("color", DashboardPalette.HEAT.get(i), "value", i == 0 ? null : (Object) steps[i - 1]));
        }
        return new Object[] {
            "custom.align",
            "right",
            "custom.cellOptions",
            object("type", "color-background", "mode", "basic"),
            "color",
            object("mode", "thresholds"),
            "thresholds",
            object("mode", "absolute", "steps", thresholds)
        };
    }
}
