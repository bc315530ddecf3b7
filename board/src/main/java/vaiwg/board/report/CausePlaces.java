package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.reference.Theme;

/** Where a cause shows, in words: themes and policing areas. */
final class CausePlaces {
    private static final int MOST_AREAS = 8;

    private CausePlaces() {}

    /**
     * "Rape", "Solihull, stalking and harassment", "Seven policing areas"; empty for the whole force and all themes.
     *
     * @param what stands after it: a theme with which that begins is not said before it
     */
    static String title(SignalCause cause, String what) {
        if (!cause.isOfAreas()) {
            return cause.theme().isEmpty() || Theme.isNamedFirst(cause.theme(), what)
                    ? ""
                    : Slices.themeTitle(cause.theme());
        }
        List<String> themes = themes(cause);
        String theme = themes.size() == 1 && !Theme.isNamedFirst(themes.get(0), what)
                ? ", " + ReportWords.lower(Slices.themeTitle(themes.get(0)))
                : "";
        String where = cause.areas().size() == 1
                ? Slices.areaTitle(cause.areas().get(0))
                : ReportWords.capital(ReportWords.small(cause.areas().size())) + " policing areas";
        return where + theme;
    }

    /** In which themes and policing areas it shows besides, each a sentence. */
    static List<String> sentences(SignalCause cause) {
        List<String> sentences = new ArrayList<>();
        if (!cause.isOfAreas() && cause.theme().isEmpty() && themes(cause).size() > 1) {
            sentences.add("Seen in " + themesInWords(themes(cause)));
        }
        areas(cause).ifPresent(sentences::add);
        return sentences;
    }

    /** The strategy's themes in which it shows, in their order. */
    private static List<String> themes(SignalCause cause) {
        return Slices.THEMES.stream()
                .filter(theme -> cause.signals().stream()
                        .anyMatch(signal -> Slices.theme(signal.key().slice()).equals(theme)))
                .toList();
    }

    private static String themesInWords(List<String> themes) {
        return themes.size() == Slices.THEMES.size()
                ? "all themes."
                : "these themes: "
                        + String.join(
                                "; ",
                                themes.stream()
                                        .map(theme -> ReportWords.lower(Slices.themeTitle(theme)))
                                        .toList())
                        + ".";
    }

    private static Optional<String> areas(SignalCause cause) {
        if (cause.areas().size() == 1) {
            return Optional.empty();
        }
        List<String> areas = cause.signals().stream()
                .flatMap(signal -> Slices.part(signal.key().slice(), "lpa").stream())
                .distinct()
                .sorted()
                .map(Slices::areaTitle)
                .toList();
        return areas.isEmpty()
                ? Optional.empty()
                : Optional.of((cause.isOfAreas() ? "Seen in: " : "Also seen in policing areas: ") + named(areas) + ".");
    }

    /** At most eight names, so that the sentence stays short. */
    private static String named(List<String> areas) {
        if (areas.size() <= MOST_AREAS) {
            return ReportWords.list(areas);
        }
        List<String> shown = new ArrayList<>(areas.subList(0, MOST_AREAS - 1));
        shown.add(ReportWords.small(areas.size() - shown.size()) + " more");
        return ReportWords.list(shown);
    }
}
