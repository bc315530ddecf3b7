package vaiwg.statistics.signals.charts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.ShortTexts;

/** The charts of a force whose catalogue is one measure, and its figure at the next midnight that ends a block. */
final class OneFigure implements SlotValues {
    private static final int BLOCK = 28;
    /** A block end after the last entry of the register that concerns a measure of a test. */
    static final int FIRST = BLOCK * 709;

    private final Catalogue catalogue;
    private ForceCharts charts;
    private final Set<Integer> uncounted = new HashSet<>();
    private int cutOff = FIRST;
    private int numerator;
    private int denominator;
    private boolean published = true;

    OneFigure(Measure measure) {
        catalogue = new Catalogue(List.of(measure), CodeMaps.shipped());
        charts = new ForceCharts(catalogue, "west-midlands");
    }

    /** The same, of a measure that is read over windows longer than a block. */
    static OneFigure ofDaysOnly(Measure measure) {
        OneFigure figure = new OneFigure(measure);
        figure.published = false;
        return figure;
    }

    int cutOff() {
        return cutOff;
    }

    /** Stored by the job and taken up by another one. */
    void restart() {
        byte[] stored = charts.toBytes();
        charts = new ForceCharts(catalogue, "west-midlands");
        charts.restore(stored);
    }

    /** Goes on to the next block end, where the figure stands at so much. */
    ForceCharts.Closing close(int numerator, int denominator, int historyFrom) {
        this.numerator = numerator;
        this.denominator = denominator;
        cutOff += BLOCK;
        ForceCharts.Closing closing = charts.close(cutOff, historyFrom, this);
        closing.signals().forEach(signal -> ShortTexts.require(signal.paragraph()));
        return closing;
    }

    /** The same for a figure of which everything is counted but on some days of the block, from 0 on. */
    ForceCharts.Closing closeWithout(int denominator, int historyFrom, int... days) {
        uncounted.clear();
        for (int day : days) {
            uncounted.add(cutOff + day);
        }
        return close(denominator - days.length, denominator, historyFrom);
    }

    @Override
    public int numerator(int slot) {
        if (!published) {
            throw new AssertionError("no block of this figure is published");
        }
        return numerator;
    }

    @Override
    public int denominator(int slot) {
        return denominator;
    }

    @Override
    public int numeratorOn(int slot, int day) {
        return 3;
    }

    @Override
    public int denominatorOn(int slot, int day) {
        return uncounted.contains(day) ? 4 : 3;
    }

    @Override
    public Figure ofDays(int slot, int firstDay, int days) {
        return new Figure(numerator, denominator);
    }
}
