package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The published verdict as a picture in a cell: a filled diamond for act, an open one for watch, and nothing else is orange; a ring for improving, a
 * flag for what is short of its target and has not changed, a wave for no change, a dash where nothing is judged. A word stands beside it, or
 * is its description, so that neither colour nor shape is needed to read it.
 */
final class IconMappings {
    private static final int SIZE = 20;

    private IconMappings() {}

    /** The code of a verdict and a word, in SQL, of the alias of {@code kpi_verdict_dashboard}. */
    static String verdict(String of) {
        return """
            CASE
              WHEN %1$s.state = 'act' THEN 'act|Act'
              WHEN %1$s.state = 'watch' THEN 'watch|Watch'
              WHEN %1$s.state = 'improving' THEN 'better|Improving'
              WHEN %1$s.target = 'short' THEN 'short|Short of target'
              WHEN %1$s.state = 'no_change' THEN 'usual|No change'
              WHEN %1$s.state = 'too_few' THEN 'none|Too few'
              WHEN %1$s.why = 'young' THEN 'none|Record too young'
              WHEN %1$s.why = 'provisional' THEN 'none|No limits yet'
              ELSE 'none|Not charted'
            END || CASE WHEN %1$s.target = 'meets' THEN ', meets target' WHEN %1$s.target = 'short' AND %1$s.state IN ('act', 'watch', 'improving') THEN ', short of target' ELSE '' END\
            """.formatted(of);
    }

    /** From codes such as {@code act|Act} to the picture and the word after the bar. */
    static List<Object> mappings() {
        List<Object> mappings = new ArrayList<>();
        add(mappings, "act", "Act", diamond(DashboardPalette.CONCERN) + mark("#fff"));
        add(mappings, "watch", "Watch", diamond("none") + mark(DashboardPalette.CONCERN));
        add(mappings, "better", "Improving", ring() + tick());
        add(mappings, "short", "Short of target", line("M9 23V5h11l-3 4.5 3 4.5H9"));
        add(mappings, "usual", "No change", circle("") + line("M6.5 16c2.4-6.5 5-6.5 7.5-2s5.1 4.5 7.5-2"));
        add(mappings, "none", "No judgement", circle(" stroke-dasharray=\"3.2 2.6\"") + line("M8 14h12"));
        return mappings;
    }

    private static void add(List<Object> mappings, String code, String words, String drawing) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 28 28\" width=\"22\" height=\"22\">"
                + drawing + "</svg>";
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> result = object(
                "text",
                "<img src=\"data:image/svg+xml;base64," + data + "\" alt=\"" + words + "\" height=\"" + SIZE + "\"> $1",
                "index",
                mappings.size());
        mappings.add(object("type", "regex", "options", object("pattern", "^" + code + "\\|(.*)$", "result", result)));
    }

    private static String diamond(String fill) {
        return "<path d=\"M14 1.8L26.2 14 14 26.2 1.8 14z\" fill=\"" + fill + "\" stroke=\"" + DashboardPalette.CONCERN
                + "\" stroke-width=\"2\"/>";
    }

    private static String mark(String colour) {
        return "<path d=\"M14 8v7.5M14 19v.5\" fill=\"none\" stroke=\"" + colour
                + "\" stroke-width=\"2.7\" stroke-linecap=\"round\"/>";
    }

    private static String ring() {
        return "<circle cx=\"14\" cy=\"14\" r=\"12.7\" fill=\"none\" stroke=\"" + DashboardPalette.BETTER
                + "\" stroke-width=\"1.9\"/>" + "<circle cx=\"14\" cy=\"14\" r=\"9.8\" fill=\""
                + DashboardPalette.BETTER
                + "\"/>";
    }

    private static String circle(String dashes) {
        return "<circle cx=\"14\" cy=\"14\" r=\"12\" fill=\"none\" stroke=\"" + DashboardPalette.GREY
                + "\" stroke-width=\"2\"" + dashes + "/>";
    }

    private static String tick() {
        return "<path d=\"M8.5 14.5l4 4 7-8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";
    }

    private static String line(String path) {
        return "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + DashboardPalette.GREY
                + "\" stroke-width=\"2.4\" stroke-linecap=\"round\"/>";
    }
}
