package vaiwg.jobs.explain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.contributions.SubjectType;
import vaiwg.engine.panes.FigureDays;
import vaiwg.engine.panes.FigureParts;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.cases.PersonUpdate;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.time.LondonDays;

/** Hears in a replay what each record does to one figure at some midnights, and keeps that alone. */
public final class FigureListener implements ReplayListener {
    private final Figure figure;
    private final List<FigureDays> midnights;
    private final long last;
    private final FigureParts parts;
    private final Map<ContributionType, long[]> bits;
    private final Map<String, Contributor> contributors = new LinkedHashMap<>();

    /** @param cutOffs the days that the midnights begin */
    public FigureListener(Catalogue catalogue, Figure figure, Collection<Integer> cutOffs) {
        this(new FigureParts(catalogue), figure, cutOffs);
    }

    /** @param parts that several listeners of one replay may share */
    public FigureListener(FigureParts parts, Figure figure, Collection<Integer> cutOffs) {
        this.figure = figure;
        this.midnights = cutOffs.stream().map(figure::days).toList();
        this.last = LondonDays.startOf(
                cutOffs.stream().mapToInt(Integer::intValue).max().orElseThrow());
        this.parts = parts;
        this.bits = parts.bits(figure.column());
    }

    /** All that ever did anything to it, also those that are in it no more, in the order in which they came. */
    public List<Contributor> contributors() {
        return List.copyOf(contributors.values());
    }

    @Override
    public void ofSubject(SubjectType type, DecodedRecord event, List<DeltaEntry> entries) {
        if (event.force.equals(figure.force())) {
            take(Contributor.of(type, event.subject), event, entries);
        }
    }

    @Override
    public void ofPerson(SubjectType type, DecodedRecord event, PersonUpdate update, List<DeltaEntry> entries) {
        if (event.force.equals(figure.force())) {
            take(Contributor.of(update), event, entries);
        }
    }

    private void take(Contributor contributor, DecodedRecord event, List<DeltaEntry> entries) {
        for (DeltaEntry entry : entries) {
            DeltaEntry only = entry.enters > last ? null : FigureParts.only(bits, entry);
            if (only != null) {
                parts.forEach(
                        only,
                        Change.to((column, row, change) -> keep(contributor, row, change), Evidence.of(event), entry));
            }
        }
    }

    /** Keeps what is of the figure's row and of a day that counts. */
    private void keep(Contributor contributor, int row, Change change) {
        if (row == figure.row() && midnights.stream().anyMatch(days -> days.count(change.day()))) {
            contributors
                    .computeIfAbsent(contributor.kind() + ' ' + contributor.reference(), key -> contributor)
                    .add(change);
        }
    }
}
