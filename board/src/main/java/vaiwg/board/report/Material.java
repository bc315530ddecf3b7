package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.figures.Charts;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.PublishedChange;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.PublishedReader.ControlTotal;
import vaiwg.board.figures.PublishedReader.Estimate;
import vaiwg.board.figures.PublishedReader.FedStream;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Slice;
import vaiwg.statistics.signals.charts.RebaseRegister;

/**
 * All that a report is made of, as it was read.
 *
 * @param yearBefore those of a year before, or of a day near it
 * @param yearBeforeWhole those of the nearest day of which cuts finer than themes were kept
 * @param register the events after which limits were set again, as they were known
 * @param benchmarks what figures are read beside, as it was known
 * @param commitments the recommendations, steps, posts and interventions, as they were known; those of notes too
 * @param apart the policing areas that are compared: 1 above what chance explains for one of their size, -1 below, else 0
 * @param withdrawn of the signals up to the as-at whether corrections took them away
 * @param verdicts what is said of figures, by measure and slice
 * @param matters those that are open, in their order
 * @param closedMatters those that were open since the report before, or in eight weeks, and are no more
 * @param changes those of a year whose answers are counted
 * @param revised how many figures that the report before published are known to be otherwise now
 * @param late how many records came late since the report before, or in {@link MaterialReader#LATE_DAYS} days where there is none
 * @param streams how each stream came
 * @param totals what sources said that they had, those that differ from what was received first
 * @param nights how many nights of those since {@code nightsFrom} have a snapshot
 */
record Material(
        Edition edition,
        MeasureDictionary dictionary,
        SnapshotValues now,
        Optional<SnapshotValues> yearBefore,
        Optional<SnapshotValues> yearBeforeWhole,
        Charts charts,
        RebaseRegister register,
        Benchmarks benchmarks,
        List<Commitment> commitments,
        List<Estimate> estimates,
        Map<SeriesKey, Integer> apart,
        Map<String, Boolean> withdrawn,
        Map<String, Map<String, PublishedVerdict>> verdicts,
        List<PublishedMatter> matters,
        List<PublishedMatter> closedMatters,
        List<PublishedNote> notes,
        List<PublishedChange> changes,
        int revised,
        int late,
        List<FedStream> streams,
        List<ControlTotal> totals,
        LocalDate nightsFrom,
        int nights) {
    /** The values of a year before that have a slice: finer cuts were kept of fewer days. */
    Optional<SnapshotValues> aYearBefore(String slice) {
        return Slice.isFinerThanThemes(slice) ? yearBeforeWhole : yearBefore;
    }

    /** What is said of a figure. */
    PublishedVerdict verdict(String kpi, String slice) {
        return verdicts.getOrDefault(kpi, Map.of()).getOrDefault(slice, PublishedVerdict.NONE);
    }

    /** The newest that was said of it: of its notes, which stand in the order of their days, the last. */
    Optional<PublishedNote> newestNote(String subject) {
        return notes.stream().filter(note -> note.signalId().equals(subject)).reduce((earlier, later) -> later);
    }

    /** What must be said of a figure because of the streams on which it rests; empty where nothing must. */
    String onStreams(String kpi) {
        return streams.stream()
                .filter(stream -> stream.kpis().contains(kpi))
                .map(FedStream::sentence)
                .collect(Collectors.joining(" "));
    }

    LocalDate asAt() {
        return edition.asAt();
    }
}
