package vaiwg.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vaiwg.jobs.reconcile.Difference;
import vaiwg.jobs.reconcile.Reconciliation;
import vaiwg.jobs.reconcile.Suspect;
import vaiwg.jobs.store.SeriesName;

/** What {@code reconcile --json} prints. */
record ReconcileAnswer(
        boolean same,
        int publication,
        int midnights,
        long rows,
        long values,
        long records,
        int notYetPublished,
        int publishedLater,
        int midnightsThatDiffer,
        List<Said> differences) {
    /** One difference; what it is not of is null. */
    record Said(
            String kind,
            String origin,
            String table,
            String force,
            String kpi,
            String basis,
            String window,
            String slice,
            String asAt,
            String how,
            Place record) {
        static Said of(Difference difference) {
            Optional<SeriesName> series = difference.series();
            return new Said(
                    slug(difference.kind()),
                    slug(difference.origin()),
                    difference.table(),
                    difference.force(),
                    series.map(SeriesName::kpi).orElse(null),
                    series.map(SeriesName::basis).orElse(null),
                    series.map(SeriesName::window).orElse(null),
                    series.map(SeriesName::slice).orElse(null),
                    difference.asAt().toString(),
                    difference.how(),
                    difference.suspect().map(Place::of).orElse(null));
        }
    }

    /** The first record at which the two differ. */
    record Place(String how, String stream, int partition, long offset, int among) {
        static Place of(Suspect suspect) {
            return new Place(
                    slug(suspect.how()),
                    suspect.stream().slug(),
                    suspect.partition(),
                    suspect.offset(),
                    suspect.among());
        }
    }

    static ReconcileAnswer of(Reconciliation done) {
        return new ReconcileAnswer(
                done.isGreen(),
                done.publication(),
                done.midnights(),
                done.rows(),
                done.values(),
                done.records(),
                done.notYet(),
                done.later(),
                done.differing(),
                done.differences().stream().map(Said::of).toList());
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
