package vaiwg.engine.panes;

import java.util.EnumMap;
import java.util.Map;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.ContributionType;

/** What a delta entry does to cells, told cell by cell: by the expansion that fills panes, for who explains a figure. For one thread. */
public final class FigureParts {
    private static final ContributionType[] TYPES = ContributionType.values();

    private final Grid grid;
    private final Expansion expansion;

    /** Receives what an entry does to a row of a column on a day. */
    public interface Receiver {
        /** What it adds to the numerator and the denominator; negative where it takes out. */
        void add(Column column, int row, int day, int numerator, int denominator);

        /**
         * A case with a number of which the column takes a percentile.
         *
         * @param times 1 where it came, -1 where it went
         */
        void addNumber(Column column, int row, int day, int number, int times);
    }

    public FigureParts(Catalogue catalogue) {
        this.grid = new Grid(catalogue);
        this.expansion = new Expansion(catalogue, grid);
    }

    /** The bits of a column by contribution type, for {@link #only}. */
    public Map<ContributionType, long[]> bits(Column column) {
        Map<ContributionType, long[]> bits = new EnumMap<>(ContributionType.class);
        for (ContributionType type : TYPES) {
            ContributionPlan plan = expansion.plan(type);
            bits.put(type, plan.bits(bit -> plan.columns[bit].firstCell() == column.firstCell()));
        }
        return bits;
    }

    /** An entry without all that is not of a column; null where nothing is left. */
    public static DeltaEntry only(Map<ContributionType, long[]> bits, DeltaEntry entry) {
        long[] ofColumn = bits.get(TYPES[entry.contributionType]);
        long any = 0;
        // What bears no figures has no columns, and so no words.
        for (int word = 0; word < Math.min(ofColumn.length, entry.numerator.length); word++) {
            any |= (entry.numerator[word] | entry.denominator[word]) & ofColumn[word];
        }
        if (any == 0) {
            return null;
        }
        DeltaEntry only = entry.copy();
        for (int word = 0; word < only.numerator.length; word++) {
            only.numerator[word] &= ofColumn[word];
            only.denominator[word] &= ofColumn[word];
        }
        return only;
    }

    /** Tells all that an entry does; nothing of one that does nothing to any pane. */
    public void forEach(DeltaEntry entry, Receiver receiver) {
        expansion.expand(entry, new Expansion.Receiver() {
            @Override
            public void add(Changes changes, int day) {
                tell(changes, day, receiver);
            }

            @Override
            public void addNumber(Column column, int day, DimensionRows.Rows rows, int number, int times) {
                for (int i = 0; i < rows.count; i++) {
                    receiver.addNumber(column, rows.rows[i], day, number, times);
                }
            }
        });
    }

    private void tell(Changes changes, int day, Receiver receiver) {
        for (int touched = 0; touched < changes.touched; touched++) {
            int layout = changes.layouts[touched];
            DimensionRows.Rows rows = changes.rows[layout];
            for (int i = 0; i < changes.sizes[layout]; i++) {
                Column column = grid.layouts()[layout].columns.get(changes.offsets[layout][i]);
                long value = changes.values[layout][i];
                for (int row = 0; row < rows.count; row++) {
                    receiver.add(column, rows.rows[row], day, Cells.numerator(value), Cells.denominator(value));
                }
            }
        }
    }
}
