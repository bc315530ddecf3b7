package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SharedWhole;

/**
 * Which figures would tell, with the other measures of one whole, what is withheld of one of them: the rule of {@code tells_another_part} in
 * the database. At least two are withheld, if one is, and those withheld come to five at least; what is in no measure is one of them.
 */
final class SharedParts {
    private static final Comparator<Part> BY_NAME = Comparator.comparing(Part::measure);

    private final Map<String, List<Part>> parts = new HashMap<>();
    /** By the place of a figure: the name of its whole, null where it is of none. */
    private final List<String> wholes = new ArrayList<>();

    private record Part(String measure, int place) {}

    /**
     * Enters the next figure.
     *
     * @param view names the basis, the window and the slice
     */
    void add(Measure measure, String view) {
        String whole =
                measure.oneOf().map(SharedWhole::slug).map(slug -> slug + view).orElse(null);
        if (whole != null) {
            List<Part> others = parts.computeIfAbsent(whole, none -> new ArrayList<>());
            others.add(new Part(measure.slug(), wholes.size()));
            others.sort(BY_NAME);
        }
        wholes.add(whole);
    }

    /**
     * Whether the figure at a place tells another one.
     *
     * @param counted by place: how many cases
     * @param of by place: of how many; a figure of none counts nothing
     * @param withheld places of figures that are withheld by themselves
     */
    boolean tell(int place, int[] counted, int[] of, IntPredicate withheld) {
        if (wholes.get(place) == null || of[place] == 0) {
            return false;
        }
        int largest = 0;
        int sum = 0;
        int before = 0;
        int sumBefore = 0;
        boolean anyWithheld = false;
        boolean isBefore = true;
        for (Part part : parts.get(wholes.get(place))) {
            int other = part.place();
            isBefore &= other != place;
            largest = Math.max(largest, of[other]);
            sum += counted[other];
            boolean isWithheld = of[other] != 0 && withheld.test(other);
            anyWithheld |= isWithheld;
            boolean smaller = counted[other] < counted[place] || counted[other] == counted[place] && isBefore;
            if (isWithheld || of[other] != 0 && smaller) {
                before++;
                sumBefore += counted[other];
            }
        }
        int inNoMeasure = Math.max(0, largest - sum);
        boolean someAreFew = anyWithheld || inNoMeasure > 0 && inNoMeasure < WithheldFigures.LEAST;
        return someAreFew
                && (before + (inNoMeasure > 0 ? 1 : 0) < 2 || sumBefore + inNoMeasure < WithheldFigures.LEAST);
    }
}
