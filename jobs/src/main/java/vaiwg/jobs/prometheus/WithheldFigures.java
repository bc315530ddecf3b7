package vaiwg.jobs.prometheus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SliceRows;
import vaiwg.kpis.reference.Theme;

/**
 * Which figures of a snapshot are not sent, because they are of fewer than five or would give such a number away: the rule of
 * {@code gives_away}, {@code is_oldest_of_withheld} and {@code tells_another_part} in the database, whose views for dashboards show the same figures.
 */
final class WithheldFigures {
    /** Fewer are not sent, nor as the number of a daily alarm. */
    static final int LEAST = 5;

    private static final String THEME = "theme";
    /** By each theme that excludes others the theme that it is a part of with them; empty for the total. */
    private static final Map<String, String> WHOLES = Map.of(
            Theme.RAPE.slug(), "",
            Theme.OTHER_SEXUAL.slug(), "",
            Theme.STALKING_HARASSMENT.slug(), "",
            Theme.STALKING.slug(), Theme.STALKING_HARASSMENT.slug(),
            Theme.HARASSMENT.slug(), Theme.STALKING_HARASSMENT.slug());

    private final List<Figure> figures = new ArrayList<>();
    private final SharedParts shared = new SharedParts();

    /**
     * A figure of the set.
     *
     * @param count the place of the figure that counts the cases of which it is the age of the oldest; -1 where it is none
     * @param whole the place of the figure that it is a part of; -1 where there is none
     * @param beside the places of the parts that exclude one another, itself among them; empty where it overlaps with others
     */
    private record Figure(Column column, String slice, int count, int whole, List<Integer> beside) {}

    /**
     * The numbers of a figure.
     *
     * @param adding what adds up: what is counted, its whole, and the rest; -1 where it is none of these
     */
    private record Numbers(int[] adding, boolean isFew) {
        static final int[] NONE = {-1, -1, -1};

        static Numbers of(Column column, int part, int whole) {
            Measure.Kind kind = column.measure().kind();
            boolean fewOfWhole = !column.isCount() && whole < LEAST;
            boolean fewCounted =
                    !column.isPercentile() && (part < LEAST || !column.isCount() && Math.abs(whole - part) < LEAST);
            int[] adding = {
                column.isPercentile() ? -1 : part,
                column.isCount() || kind == Measure.Kind.POPULATION_RATE ? -1 : whole,
                kind == Measure.Kind.SHARE ? whole - part : -1
            };
            return new Numbers(
                    adding, (fewOfWhole || fewCounted) && !column.measure().isAboutNobody());
        }
    }

    /**
     * @param slots of the figures, with all that they are parts of, the counts of what they are the oldest of, and the other measures of
     *     their wholes
     */
    WithheldFigures(Catalogue catalogue, int[] slots) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> byMeasure = new HashMap<>();
        Map<String, List<Integer>> exclusive = new HashMap<>();
        for (int place = 0; place < slots.length; place++) {
            Slice slice = Slice.of(catalogue, slots[place]);
            places.put(slice.table() + slice.text(), place);
            byMeasure.put(catalogue.columnOfSlot(slots[place]).measure().slug() + slice.view(), place);
            if (slice.isExclusive()) {
                exclusive
                        .computeIfAbsent(slice.table() + slice.whole(), none -> new ArrayList<>())
                        .add(place);
            }
        }
        for (int slot : slots) {
            Slice slice = Slice.of(catalogue, slot);
            shared.add(catalogue.columnOfSlot(slot).measure(), slice.view());
            figures.add(new Figure(
                    catalogue.columnOfSlot(slot),
                    slice.text(),
                    catalogue
                            .columnOfSlot(slot)
                            .measure()
                            .oldestOf()
                            .map(count -> byMeasure.getOrDefault(count.slug() + slice.view(), -1))
                            .orElse(-1),
                    slice.theme().isEmpty() ? -1 : places.getOrDefault(slice.table() + slice.whole(), -1),
                    slice.isExclusive() ? exclusive.get(slice.table() + slice.whole()) : List.of()));
        }
    }

    /**
     * A slice of one measure, basis and window.
     *
     * @param table names these three
     * @param read names the basis and the window
     * @param theme empty where it is of none
     */
    private record Slice(String table, String read, SortedMap<String, String> dimensions, String theme) {
        static Slice of(Catalogue catalogue, int slot) {
            Column column = catalogue.columnOfSlot(slot);
            SortedMap<String, String> dimensions = new TreeMap<>(column.dimensions(column.rowOfSlot(slot)));
            return new Slice(
                    column.firstSlot() + " " + column.windowIndexOfSlot(slot) + " ",
                    " " + column.basis().slug() + " "
                            + column.windowOfSlot(slot).slug() + " ",
                    dimensions,
                    dimensions.getOrDefault(THEME, ""));
        }

        String text() {
            return SliceRows.text(dimensions);
        }

        /** The same of every measure. */
        String view() {
            return read + text();
        }

        boolean isExclusive() {
            return WHOLES.containsKey(theme);
        }

        /** The slice that it is a part of by its theme. */
        String whole() {
            SortedMap<String, String> whole = new TreeMap<>(dimensions);
            whole.remove(THEME);
            String wider = WHOLES.getOrDefault(theme, "");
            if (!wider.isEmpty()) {
                whole.put(THEME, wider);
            }
            return SliceRows.text(whole);
        }
    }

    /** By place among the slots. */
    boolean[] of(int[] parts, int[] wholes) {
        // Nothing of nothing is in no row of the database, and no part of anything.
        Numbers[] numbers = new Numbers[figures.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (parts[i] != 0 || wholes[i] != 0) {
                numbers[i] = Numbers.of(figures.get(i).column(), parts[i], wholes[i]);
            }
        }
        boolean[] withheld = new boolean[figures.size()];
        for (int i = 0; i < withheld.length; i++) {
            int count = figures.get(i).count();
            withheld[i] = isWithheld(i, numbers)
                    || numbers[i] != null && count >= 0 && isWithheld(count, numbers)
                    || shared.tell(i, parts, wholes, place -> isWithheld(place, numbers));
        }
        return withheld;
    }

    private boolean isWithheld(int place, Numbers[] numbers) {
        return numbers[place] != null && (numbers[place].isFew() || givesAway(place, numbers));
    }

    private boolean givesAway(int place, Numbers[] numbers) {
        Figure figure = figures.get(place);
        Numbers whole = figure.whole() < 0 ? null : numbers[figure.whole()];
        if (whole != null && isWithheld(figure.whole(), numbers)) {
            return true;
        }
        int[] own = numbers[place].adding();
        int[] total = whole == null ? Numbers.NONE : whole.adding();
        return figure.beside().isEmpty() ? isSmallBeside(own, total) : givesAwayBeside(place, numbers, own, total);
    }

    /** Of a part that overlaps with others: what is left of the whole. */
    private static boolean isSmallBeside(int[] own, int[] total) {
        return IntStream.range(0, own.length).anyMatch(i -> own[i] >= 0 && isSmall(total[i] - own[i]));
    }

    /** What is counted, the wholes and the rests, each by itself: the smallest are withheld first. */
    private boolean givesAwayBeside(int place, Numbers[] numbers, int[] own, int[] total) {
        return IntStream.range(0, own.length)
                .anyMatch(kind -> own[kind] >= 0 && addsUpToFew(place, numbers, kind, total[kind]));
    }

    private boolean addsUpToFew(int place, Numbers[] numbers, int kind, int total) {
        int own = numbers[place].adding()[kind];
        int all = 0;
        int before = 0;
        int sumBefore = 0;
        boolean few = false;
        for (int other : figures.get(place).beside()) {
            if (numbers[other] != null) {
                int number = numbers[other].adding()[kind];
                all += number;
                few |= number < LEAST;
                if (number < own
                        || number == own
                                && figures.get(other)
                                                .slice()
                                                .compareTo(figures.get(place).slice())
                                        < 0) {
                    before++;
                    sumBefore += number;
                }
            }
        }
        int inNoRow = Math.max(0, total - all);
        return (few || isSmall(inNoRow)) && (before + (inNoRow > 0 ? 1 : 0) < 2 || sumBefore + inNoRow < LEAST);
    }

    private static boolean isSmall(int number) {
        return number > 0 && number < LEAST;
    }
}
