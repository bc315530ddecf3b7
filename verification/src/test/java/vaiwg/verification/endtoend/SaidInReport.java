package vaiwg.verification.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report's files and pages say of figures in their tables: the states and targets, and of which series. */
final class SaidInReport {
    /** How the state of a row is called. */
    static final List<String> STATES =
            List.of("Act", "Watch", "No change", "Improving", "Too few", "Too young", "Not judged");

    private static final Pattern ROW = Pattern.compile("(?s)<tr class=\"figure(?: over)?\">(.*?)</tr>");
    private static final Pattern TITLE = Pattern.compile("(?s)<th scope=\"row\">(.*?)</th>");
    private static final Pattern STATE = Pattern.compile("(?s)<td class=\"said\">(.*?)</td>");
    private static final Pattern TARGET = Pattern.compile("(?s)<td class=\"said target\">(.*?)</td>");
    private static final Set<String> OF_WOMEN = Set.of("sex=female", "theme=vaiwg_female");

    private SaidInReport() {}

    /** The words of a verdict of which there is something to say: act, watch or improving, and short. */
    static Set<String> words(String state, boolean isShort) {
        String named = state.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Optional.of(named).filter(Set.of("act", "watch", "improving")::contains),
                        Optional.of("short").filter(word -> isShort))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Of each series in the tables of pages what is said; a line of women and girls says what is said of all victims. */
    static TreeMap<String, Set<String>> bySeries(List<JsonNode> pages) {
        TreeMap<String, Set<String>> said = new TreeMap<>();
        for (JsonNode page : pages) {
            rows(page, (row, half) -> {
                JsonNode figure = row.get("figure");
                String slice = row.get("beside").isEmpty()
                        ? figure.get("slice").asText()
                        : withoutWomen(figure.get("slice").asText());
                put(
                        said,
                        figure.get("kpi").asText() + " " + slice,
                        words(row.get("state").asText(), row.get("met").asText().equals("SHORT")));
            });
        }
        return said;
    }

    private static String withoutWomen(String slice) {
        return Stream.of(slice.split(";"))
                .filter(cut -> !OF_WOMEN.contains(cut))
                .collect(Collectors.joining(";"));
    }

    /** No form says one thing of a series here and another there. */
    static void put(TreeMap<String, Set<String>> said, String series, Set<String> words) {
        Set<String> before = said.put(series, words);
        if (before != null && !before.equals(words)) {
            throw new AssertionError(series + " is " + before + " in one place and " + words + " in another");
        }
    }

    /** The rows of the tables of a page in their order, and whether each is in a table of half the width. */
    static void rows(JsonNode page, BiConsumer<JsonNode, Boolean> row) {
        page.get("blocks").forEach(block -> rows(block, false, row));
    }

    private static void rows(JsonNode block, boolean half, BiConsumer<JsonNode, Boolean> row) {
        switch (block.get("kind").asText()) {
            case "figuresTable" -> block.get("rows").forEach(one -> row.accept(one, half));
            case "pair" -> {
                rows(block.get("left"), true, row);
                rows(block.get("right"), true, row);
            }
            default -> {}
        }
    }

    /**
     * The lines of a page as a reader sees them: "Rape: charged|Act|short". In the workbook each has its target, and says whose it is; on a page
     * a table of half the width has no column of targets, and in others it stands under the line whose it is.
     */
    static List<String> lines(JsonNode page, boolean inWorkbook) {
        List<String> lines = new ArrayList<>();
        rows(page, (row, half) -> {
            boolean target = !row.get("target").isNull() && (inWorkbook || !half);
            boolean whole = inWorkbook || half || row.get("whose").asText().isEmpty();
            String whose = whole ? "" : " (" + row.get("whose").asText() + ")";
            lines.add(row.get("title").asText().replace(whose, "") + "|"
                    + word(row.get("state").asText()) + "|"
                    + (target ? met(row.get("met").asText()) : ""));
        });
        return lines;
    }

    private static String met(String target) {
        return target.equals("NONE") ? "no target" : target.toLowerCase(Locale.ROOT);
    }

    private static String word(String state) {
        String word = state.equals("NOT_CHARTED")
                ? "Not judged"
                : state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        if (!STATES.contains(word)) {
            throw new AssertionError("no word for " + state);
        }
        return word;
    }

    /** Likewise of a page in HTML. */
    static List<String> lines(String html) {
        return ROW.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(row -> text(TITLE, row) + "|" + text(STATE, row).replaceFirst("^– ", "") + "|"
                        + text(TARGET, row).replaceFirst("^.* (?=meets$|short$|no target$)", ""))
                .toList();
    }

    private static String text(Pattern cell, String row) {
        Matcher found = cell.matcher(row);
        return found.find()
                ? found.group(1)
                        .replaceAll("(?s)<svg.*?</svg>", "")
                        .replaceAll("<[^>]*>", "")
                        .replaceAll("\\s+", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip()
                : "";
    }
}
