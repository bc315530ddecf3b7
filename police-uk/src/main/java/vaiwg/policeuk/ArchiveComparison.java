package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vaiwg.board.Days;
import vaiwg.board.comparison.ComparedMeasure;
import vaiwg.board.comparison.ForceComparer;
import vaiwg.board.comparison.ForceComparison;
import vaiwg.board.comparison.ForceCount;
import vaiwg.board.comparison.ForceMeasure;
import vaiwg.board.page.ComparisonPage;
import vaiwg.cli.ArchiveReport;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.kpis.reference.Denominators;
import vaiwg.kpis.reference.ForceTitles;
import vaiwg.kpis.reference.Population;

/** Compares the forces of archives: reads their files force by force, and puts each measure into a funnel. */
public final class ArchiveComparison implements ArchiveReport {
    @Override
    public String page(Request request) {
        return ComparisonPage.html(compare(request));
    }

    /** The comparison without its page. */
    static ForceComparison compare(Request request) {
        ComparedFiles found = ComparedFiles.find(request.paths());
        ComparedMonths months =
                ComparedMonths.of(found.all(), request.until().orElse(null), request.months(), request.followUp());
        Map<String, ComparedFiles.ComparedForce> forces = read(found.in(months), request);
        requireCrimes(forces, request);
        List<ComparedMeasure> measures = Arrays.stream(ForceMeasure.values())
                .map(measure -> ForceComparer.compare(measure, counts(measure, forces, months, request)))
                .toList();
        return new ForceComparison(
                request.crimeType(), period(months), request.followUp(), measures, remarks(found, months, request));
    }

    private static Map<String, ComparedFiles.ComparedForce> read(ComparedFiles files, Request request) {
        ProgressLine line = ProgressLine.onStandardOutput(
                "reading archives", "files", Math.max(1, files.all().size()));
        String group = EventMaker.slug(request.crimeType());
        Map<String, ComparedFiles.ComparedForce> forces = new LinkedHashMap<>();
        long[] read = {0};
        files.byForce()
                .keySet()
                .forEach(force ->
                        forces.put(force, files.read(force, group, request.followUp(), () -> line.update(++read[0]))));
        line.finish(read[0]);
        return forces;
    }

    private static void requireCrimes(Map<String, ComparedFiles.ComparedForce> forces, Request request) {
        if (forces.values().stream()
                .allMatch(force -> force.totals().crimes() + force.totals().withoutId() == 0)) {
            throw CommandFailure.wrongUsage("No force has a crime of the category \"" + request.crimeType()
                    + "\" in these months; write it as the column Crime type does.");
        }
    }

    private static List<ForceCount> counts(
            ForceMeasure measure,
            Map<String, ComparedFiles.ComparedForce> forces,
            ComparedMonths months,
            Request request) {
        Comparability comparability = new Comparability(months);
        List<ForceCount> counts = new ArrayList<>();
        forces.forEach((slug, force) -> {
            int residents = residents(slug, months, request);
            String title = ForceTitles.of(slug);
            String reason = comparability.reason(measure, force, residents);
            int of = measure.isOfOutcomes() ? force.totals().crimes() : residents;
            counts.add(
                    reason == null
                            ? ForceCount.of(title, measure, numerator(measure, force.totals()), of)
                            : ForceCount.leftOut(title, measure, reason));
        });
        return counts;
    }

    private static int numerator(ForceMeasure measure, ComparedCrimes.Totals totals) {
        return switch (measure) {
            case RECORDED -> totals.crimes();
            case OUTCOME_RECORDED -> totals.withOutcome();
            case UNABLE_TO_PROSECUTE -> totals.unableToProsecute();
            case CHARGED -> totals.charged();
        };
    }

    /** Those in force on the last day of recording. */
    private static int residents(String force, ComparedMonths months, Request request) {
        int day = Math.toIntExact(months.last().atEndOfMonth().toEpochDay());
        return request.residents()
                .map(file -> file.on(day, force, Population.RESIDENTS, Denominators.WHOLE_FORCE))
                .orElse(0);
    }

    private static String period(ComparedMonths months) {
        String last = Days.month(months.last());
        return months.recorded().size() == 1
                ? last
                : Days.month(months.recorded().get(0)) + " to " + last;
    }

    private static List<String> remarks(ComparedFiles files, ComparedMonths months, Request request) {
        List<String> remarks = new ArrayList<>();
        if (months.recorded().size() < request.months()) {
            remarks.add("The archives hold " + months.recorded().size() + " of the " + request.months()
                    + " months that were asked for; a season weighs more in fewer.");
        }
        Map<YearMonth, List<String>> byEnd = files.ends().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(force -> ForceTitles.of(force.getKey()), Collectors.toList())));
        if (byEnd.size() > 1) {
            remarks.add("The forces come from releases that end with different months ("
                    + byEnd.entrySet().stream()
                            .map(end -> Days.month(end.getKey()) + ": "
                                    + end.getValue().stream().sorted().collect(Collectors.joining(", ")))
                            .collect(Collectors.joining("; "))
                    + "): a later release has more corrections of the same months.");
        }
        return remarks;
    }
}
