package vaiwg.statistics.verdict;

import java.util.List;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.Priority;

/**
 * Figures that are taken to have one cause: an owner is asked once.
 *
 * @param id stable as long as the signal that was raised first stands
 * @param main the figure that shows it best, by which it is called and whose numbers it has
 * @param areas the policing areas where alone it shows; none where it shows in the whole force
 * @param theme empty where all themes, or several, show it
 * @param raised the midnight at which it was raised, by the day that the midnight begins
 * @param since the first day of what raised it
 * @param day the last day of it
 * @param signals the names of its signals
 * @param shownAlso the figures of other cases that show it too
 * @param sameCases the figures that contain the same cases: they corroborate nothing
 */
public record Matter(
        String id,
        SeriesVerdict main,
        List<String> areas,
        String theme,
        Movement movement,
        Verdict.State state,
        int raised,
        int since,
        int day,
        List<String> signals,
        List<SeriesVerdict> shownAlso,
        List<SeriesVerdict> sameCases) {
    /** By when its owner is to have answered. */
    public int due() {
        return raised + Priority.DAYS_TO_ANSWER;
    }

    /** "Rape: more cases end without the victim's support (OC16)". */
    public String what() {
        List<String> themes = theme.isEmpty() ? areas.isEmpty() ? List.of() : themesOfAll() : List.of(themeOfMain());
        return VerdictText.title(areas, themes, VerdictText.moved(main));
    }

    /** All figures that it holds, that which shows it best first. */
    Stream<SeriesVerdict> figures() {
        return Stream.of(List.of(main), shownAlso, sameCases).flatMap(List::stream);
    }

    /** Of stalking alone where that is what its figure counts, though the matter may hold harassment too. */
    private String themeOfMain() {
        return main.theme().isEmpty() ? theme : main.theme();
    }

    private List<String> themesOfAll() {
        return figures().map(SeriesVerdict::theme).distinct().toList();
    }
}
