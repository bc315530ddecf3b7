package vaiwg.kpis.suppression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule of small numbers. A cell of one to four people is withheld. Where a whole is withheld, so are its parts; where exactly one part
 * of a shown whole is withheld, the smallest other one is too. So it goes on until no whole has exactly one part withheld, or no other.
 *
 * <p>Example: 3, 12, 25 and 60 of 100 in four policing areas: 3 is small, and 12 is withheld beside it, since 100 less the others is 3.
 */
public final class Suppression {
    private static final int NO_CELL = -1;
    private static final int[] NO_WHOLE = {};

    private final List<Whole> wholes;
    /** By place: the wholes that it is, or is a part of. */
    private final int[][] touched;

    /**
     * A whole and its parts, which exclude one another, by their places among the cells.
     *
     * @param place -1 where the whole is no cell but is known, as the whole of each of several shares
     * @param parts in the order in which equal ones are withheld
     */
    record Whole(int place, int[] parts) {}

    private Suppression(int cells, List<Whole> wholes) {
        this.wholes = wholes;
        this.touched = new int[cells][];
        Arrays.fill(touched, NO_WHOLE);
        for (int whole = 0; whole < wholes.size(); whole++) {
            for (int part : wholes.get(whole).parts()) {
                touch(part, whole);
            }
            if (wholes.get(whole).place() != NO_CELL) {
                touch(wholes.get(whole).place(), whole);
            }
        }
    }

    private void touch(int cell, int whole) {
        int[] longer = Arrays.copyOf(touched[cell], touched[cell].length + 1);
        longer[longer.length - 1] = whole;
        touched[cell] = longer;
    }

    /**
     * Of the cells of some figures, by their places.
     *
     * @param figures each once
     * @param oldestOf by measure: what counts the cases of which it is the age of the oldest
     * @param shared the dimensions whose values share out a whole
     */
    public static Suppression among(List<FigureKey> figures, Map<String, String> oldestOf, Set<String> shared) {
        return new Suppression(figures.size(), new Wholes(figures, oldestOf, shared).all());
    }

    /**
     * What is withheld, by place; null where a cell is shown.
     *
     * @param cells by place; null where there is none, or it is about nobody
     */
    public Withheld[] of(PeopleCount[] cells) {
        Withheld[] withheld = new Withheld[cells.length];
        BitSet newest = new BitSet();
        for (int place = 0; place < cells.length; place++) {
            if (cells[place] != null && cells[place].isSmall()) {
                withheld[place] = Withheld.SMALL;
                newest.set(place);
            }
        }
        while (!newest.isEmpty()) {
            // Of all wholes at once: so their order does not matter.
            BitSet more = new BitSet();
            beside(newest).stream().forEach(whole -> withhold(wholes.get(whole), cells, withheld, more));
            more.stream().forEach(place -> withheld[place] = Withheld.PART_OF_A_WHOLE);
            newest = more;
        }
        return withheld;
    }

    private BitSet beside(BitSet places) {
        BitSet beside = new BitSet();
        places.stream().flatMap(place -> Arrays.stream(touched[place])).forEach(beside::set);
        return beside;
    }

    /** Adds what is to be withheld of a whole because of what is so far. */
    private static void withhold(Whole whole, PeopleCount[] cells, Withheld[] withheld, BitSet more) {
        int hidden = 0;
        int smallest = NO_CELL;
        boolean wholeIsHidden = whole.place() != NO_CELL && withheld[whole.place()] != null;
        for (int part : whole.parts()) {
            if (withheld[part] != null) {
                hidden++;
            } else if (cells[part] != null && wholeIsHidden) {
                more.set(part);
            } else if (cells[part] != null && (smallest == NO_CELL || cells[part].size() < cells[smallest].size())) {
                smallest = part;
            }
        }
        boolean wholeIsKnown = whole.place() == NO_CELL || cells[whole.place()] != null;
        if (hidden == 1 && wholeIsKnown && smallest != NO_CELL) {
            more.set(smallest);
        }
    }
}
