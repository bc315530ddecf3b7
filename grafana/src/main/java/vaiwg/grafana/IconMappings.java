package vaiwg.grafana;

import static vaiwg.grafana.GrafanaJson.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What a chart says of its newest period, as a picture in a cell: a diamond for concern, a ring for better, a square for a change that is
 * neither, each with an arrow as the figure moved; a wave for usual, a dash where there is no judgement. A word stands beside it, or is
 * its description, so that neither colour nor shape is needed to read it.
 */
final class IconMappings {
    private static final String UP = "M14 20.5v-12M9 13.2l5-5 5 5";
    private static final String DOWN = "M14 7.5v12M9 14.8l5 5 5-5";
    private static final int SIZE = 20;

    private IconMappings() {}

    /** From codes such as {@code concern-up|Concern} to the picture and the word after the bar. */
    static List<Object> mappings() {
        List<Object> mappings = new ArrayList<>();
        for (String way : List.of("up", "down")) {
            String arrow = way.equals("up") ? UP : DOWN;
            add(mappings, "concern-" + way, "Concern, " + way, diamond() + arrow(arrow));
            add(mappings, "better-" + way, "Better, " + way, ring() + arrow(arrow));
            add(mappings, "change-" + way, "Change, " + way, square() + arrow(arrow));
        }
        add(mappings, "usual", "Usual", circle("") + line("M6.5 16c2.4-6.5 5-6.5 7.5-2s5.1 4.5 7.5-2"));
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

    private static String diamond() {
        return "<path d=\"M14 .8L27.2 14 14 27.2.8 14z\" fill=\"" + DashboardPalette.CONCERN + "\"/>";
    }

    private static String ring() {
        return "<circle cx=\"14\" cy=\"14\" r=\"12.7\" fill=\"none\" stroke=\"" + DashboardPalette.BETTER
                + "\" stroke-width=\"1.9\"/>" + "<circle cx=\"14\" cy=\"14\" r=\"9.8\" fill=\""
                + DashboardPalette.BETTER
                + "\"/>";
    }

    private static String square() {
        return "<rect x=\"2\" y=\"2\" width=\"24\" height=\"24\" rx=\"4\" fill=\"" + DashboardPalette.CHANGE + "\"/>";
    }

    private static String circle(String dashes) {
        return "<circle cx=\"14\" cy=\"14\" r=\"12\" fill=\"none\" stroke=\"" + DashboardPalette.GREY
                + "\" stroke-width=\"2\"" + dashes + "/>";
    }

    private static String arrow(String path) {
        return "<path d=\"" + path
                + "\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.7\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";
    }

    private static String line(String path) {
        return "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + DashboardPalette.GREY
                + "\" stroke-width=\"2.4\" stroke-linecap=\"round\"/>";
    }
}
