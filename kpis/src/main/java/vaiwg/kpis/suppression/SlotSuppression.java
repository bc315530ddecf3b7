package vaiwg.kpis.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Slice;

/** The rule of small numbers for figures of a catalogue, by their slots. */
public final class SlotSuppression {
    private final Measure.Kind[] kinds;
    private final List<FigureKey> figures = new ArrayList<>();
    private final Suppression rule;

    /** @param slots of the figures, with all that they are parts of */
    public SlotSuppression(Catalogue catalogue, int[] slots) {
        this.kinds = new Measure.Kind[slots.length];
        Map<String, String> oldestOf = new HashMap<>();
        for (int i = 0; i < slots.length; i++) {
            Column column = catalogue.columnOfSlot(slots[i]);
            Measure measure = column.measure();
            FigureKey figure = new FigureKey(
                    measure.slug(),
                    column.basis().slug() + "|" + column.windowOfSlot(slots[i]).slug(),
                    Slice.of(column.dimensionsOfSlot(slots[i])));
            figures.add(figure);
            kinds[i] = measure.countsWork() && !figure.isOfPeople() ? null : measure.kind();
            measure.oldestOf().ifPresent(count -> oldestOf.put(measure.slug(), count.slug()));
        }
        this.rule = Suppression.among(figures, oldestOf, catalogue.sharedWholes());
    }

    /**
     * What is withheld, in the order of the slots; null where a figure is shown.
     *
     * @param numerators in the same order; below 0 where a figure is not known
     * @param denominators 0 for counts; nothing of nothing is no figure
     */
    public Withheld[] of(int[] numerators, int[] denominators) {
        PeopleCount[] cells = new PeopleCount[kinds.length];
        for (int i = 0; i < cells.length; i++) {
            boolean isThere = numerators[i] > 0 || numerators[i] == 0 && denominators[i] > 0;
            boolean ofPeople = kinds[i] != null && !figures.get(i).isOfLargeArm(denominators[i]);
            cells[i] = isThere && ofPeople ? PeopleCount.of(kinds[i], numerators[i], denominators[i]) : null;
        }
        return rule.of(cells);
    }
}
