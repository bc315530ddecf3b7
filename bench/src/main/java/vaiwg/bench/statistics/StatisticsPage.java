package vaiwg.bench.statistics;

import static vaiwg.bench.statistics.Markdown.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.statistics.signals.alarm.AgeBand;
import vaiwg.statistics.signals.alarm.AlarmPath;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.LearnedLevel;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.statistics.signals.charts.SpcChart;

/** The page {@code docs/statistics.md}: what is claimed of the alarms, the charts and the estimates, and what was measured. */
public final class StatisticsPage {
    private static final double[] PER_DAY = {5, 25, 50, 200};
    private static final double[] TARGET_DAYS = {56, 19, 12, 4};
    private static final double ALARMS_A_MONTH = 1;
    private static final double BIAS = 0.01;

    private static final int SMALL_RUNS = 4;
    private static final long SMALL_SEED = 1;
    /** Shorter runs are enough where a run is a history of a few years. */
    private static final int SURGE_RUNS_PER_RUN = 3;

    /** Crimes a day from which on a history takes long. */
    private static final double LARGE = 100;
    /** The reference is as long as it becomes. */
    private static final int SETTLED_YEARS = 3;

    private static final int FEWER = 10;
    /** Of what takes no time. */
    private static final int FINE_RUNS = 10_000;

    private final int runs;
    private final int years;
    private final long seed;
    private final ExecutorService workers;
    private final Consumer<String> progress;
    private final Markdown page = new Markdown();
    private final Markdown claims = new Markdown();

    /**
     * @param threads how many studies go on at a time; the page does not depend on it
     * @param progress told what is being measured
     */
    public StatisticsPage(int runs, int years, long seed, int threads, Consumer<String> progress) {
        this.runs = runs;
        this.years = years;
        this.seed = seed;
        this.workers = Executors.newFixedThreadPool(threads);
        this.progress = progress;
    }

    /** Measures everything, and writes the page. */
    public String text() {
        int fewer = Math.max(2, runs / FEWER);
        Conditions steady = Conditions.steady(Conditions.USUAL_REPORTING_DELAY);
        Supplier<FalseAlarmStudy> alarms =
                begin("false alarms of the daily series", () -> new FalseAlarmStudy(steady, runs, years, seed));
        Supplier<FalseAlarmStudy> batches = begin(
                "the same with entries in batches",
                () -> new FalseAlarmStudy(Conditions.inBatches(), fewer, years, seed));
        List<Delays> delays = Arrays.stream(PER_DAY).mapToObj(this::delays).toList();
        int surges = runs * SURGE_RUNS_PER_RUN;
        Supplier<MeanOfRuns> without =
                begin("a time without a surge", () -> SurgeStudy.falseAlarms(false, surges, seed));
        Supplier<MeanOfRuns> with = begin("a surge of new cases", () -> SurgeStudy.falseAlarms(true, surges, seed));
        Supplier<BiasStudy> bias = begin("the figures against the truth", () -> new BiasStudy(runs / 2, seed));
        Supplier<WithdrawalStudy> withdrawal = begin("corrections", () -> new WithdrawalStudy(runs, seed));
        int forces = Math.max(2, runs * 2 / 5);
        Supplier<ChartStudy> charts =
                begin("the block charts of whole forces", () -> new ChartStudy(forces, years, seed));
        Supplier<CompletenessStudy> completeness =
                begin("falls of completeness", () -> new CompletenessStudy(forces, years, seed));
        Supplier<String> small = begin("the part that every build measures again", StatisticsPage::smallPart);
        workers.shutdown();
        bias(bias.get());
        falseAlarmsAndCharts(
                alarms.get(),
                batches.get(),
                fewer,
                charts.get(),
                completeness.get().mattersAMonth(),
                forces);
        detection(delays);
        surge(with.get(), without.get(), surges);
        withdrawal(withdrawal.get());
        ClusterSection.write(page, FINE_RUNS, seed);
        agreement();
        return introduction() + claims + "\n" + page + simulation() + check(small.get());
    }

    private <T> Supplier<T> begin(String what, Supplier<T> study) {
        return CompletableFuture.supplyAsync(
                () -> {
                    progress.accept(what);
                    return study.get();
                },
                workers)::join;
    }

    /** Numbers of a few runs: measured again in every build, and compared with the page. */
    public static String smallPart() {
        MeanOfRuns days = DetectionStudy.days(25, Conditions.USUAL_REPORTING_DELAY, 0, SMALL_RUNS, SMALL_SEED);
        FalseAlarmStudy alarms =
                new FalseAlarmStudy(Conditions.steady(Conditions.USUAL_REPORTING_DELAY), 1, 2, SMALL_SEED);
        MeanOfRuns surge = SurgeStudy.falseAlarms(true, SMALL_RUNS, SMALL_SEED);
        WithdrawalStudy withdrawal = new WithdrawalStudy(SMALL_RUNS, SMALL_SEED);
        ChartStudy charts = new ChartStudy(1, 4, SMALL_SEED);
        ClusterStudy clusters = new ClusterStudy(50, SMALL_RUNS, SMALL_SEED);
        BiasStudy bias = new BiasStudy(1, SMALL_SEED);
        StringBuilder text = new StringBuilder();
        line(text, "days to detection, %d runs: %.2f", SMALL_RUNS, days.mean());
        line(text, "alarms a month, 2 years: %.4f", alarms.alarmsAMonth().mean());
        alarms.dispersions().forEach((name, dispersion) -> line(text, "sigma_z of %s: %.4f", name, dispersion.mean()));
        line(text, "alarms after a surge, %d runs: %.2f", SMALL_RUNS, surge.mean());
        line(text, "withdrawn, %d runs: %d of %d", SMALL_RUNS, withdrawal.withdrawn(), withdrawal.raised());
        line(
                text,
                "signals of the charts a month, 1 force, 4 years: %.4f",
                charts.signalsAMonth().mean());
        line(
                text,
                "matters of the charts a month, 1 force, 4 years: %.4f",
                charts.mattersAMonth().mean());
        line(
                text,
                "falls of completeness a month, 2 forces, 10 years: %.4f",
                new CompletenessStudy(2, 10, SMALL_SEED).mattersAMonth().mean());
        for (RuleStudy.Figure figure : RuleStudy.Figure.values()) {
            RuleStudy rules = new RuleStudy(figure, SMALL_RUNS, SMALL_SEED);
            line(text, "%s: %.4f", figure.words, rules.watch().mean());
        }
        line(text, "variance by victim: %.4f", clusters.designEffect().mean());
        bias.differences().forEach((figure, of) -> line(text, "%s: %+.5f at 90 days", figure, of[1].mean()));
        line(text, "fingerprint of the parameters: %s", fingerprint());
        return text.toString();
    }

    private void bias(BiasStudy study) {
        double[] truth = study.truth();
        page.title("Figures of victim attrition against the truth");
        page.paragraph(
                "Difference from what the simulated force knows in the end, ± Monte-Carlo error (95 %%). Truth at 28, 90,"
                        + " 180, 365 days: %.3f, %.3f, %.3f, %.3f.",
                truth[0], truth[1], truth[2], truth[3]);
        page.head("figure", "28 days", "90 days", "180 days", "365 days");
        double worst = 0;
        double worstMatured = 0;
        for (Map.Entry<String, MeanOfRuns[]> entry : study.differences().entrySet()) {
            String[] cells = new String[1 + truth.length];
            cells[0] = entry.getKey();
            for (int i = 0; i < truth.length; i++) {
                MeanOfRuns sample = entry.getValue()[i];
                cells[i + 1] = format("%+.4f ± %.4f", sample.mean(), sample.error());
                double size = Math.abs(sample.mean());
                if (entry.getKey().equals(BiasStudy.MATURED)) {
                    worstMatured = Math.max(worstMatured, size);
                } else {
                    worst = Math.max(worst, size);
                }
            }
            page.row(cells);
        }
        String[] waiting = new String[1 + truth.length];
        waiting[0] = "decided in time, entered later";
        double bound = 0;
        for (int i = 0; i < truth.length; i++) {
            MeanOfRuns sample = study.waiting()[i];
            waiting[i + 1] = format("%.4f ± %.4f", sample.mean(), sample.error());
            bound = Math.max(bound, sample.mean());
        }
        page.row(waiting);
        page.paragraph(
                "A matured figure is frozen at the midnight that ends its horizon. What was decided in time and is entered later (the"
                        + " last row, with a mean delay of %.0f days) nobody can count at that midnight, so no count of what is known"
                        + " then is nearer; errors, which are frozen with it, make up for a little. The best that can be said then is how many such entries there usually are: raised"
                        + " by the ratio of settled to matured in the year before, the figure is right on average, but no longer a count of cases,"
                        + " and it takes for granted that entries are as late as they were. So the frozen figure stays a count; charts"
                        + " compare it with itself only, and people read the settled figure.",
                Conditions.USUAL_REPORTING_DELAY);
        claim(
                "bias of every horizon's figure, settled and incidence",
                "at most 0.01",
                format("%.4f at most", worst),
                worst <= BIAS);
        claim(
                "the same, matured (frozen)",
                "at most 0.01",
                format(
                        "%.4f at most; out of reach by definition: %.4f are decided in time and entered after the freeze",
                        worstMatured, bound),
                worstMatured <= BIAS);
    }

    private void falseAlarmsAndCharts(
            FalseAlarmStudy study,
            FalseAlarmStudy batches,
            int fewer,
            ChartStudy charts,
            MeanOfRuns completeness,
            int forces) {
        page.title("Daily alarms of a force in which nothing changes");
        page.paragraph(
                "%d forces, %d years each, a hundred crimes a day, every alarm acknowledged on the next day.",
                runs, years);
        page.head("series", "outcomes a day", "σ_z", "days between false rises (95 %)");
        double shortest = Double.MAX_VALUE;
        double shortestBound = Double.MAX_VALUE;
        for (Map.Entry<String, MeanOfRuns> entry : study.rises().entrySet()) {
            MeanOfRuns rate = entry.getValue();
            shortest = Math.min(shortest, 1 / rate.mean());
            shortestBound = Math.min(shortestBound, 1 / rate.upper());
            page.row(
                    entry.getKey(),
                    format("%.1f", study.daily().get(entry.getKey()).mean()),
                    format("%.2f", study.dispersions().get(entry.getKey()).mean()),
                    between(rate));
        }
        MeanOfRuns alarms = study.alarmsAMonth();
        page.paragraph(
                "A series gives a false fall once in %.0f days. The whole force gets %.3f ± %.3f alarms a month, those of"
                        + " one cause counted once; %.2f %% of alarms are withdrawn because of ordinary corrections."
                        + " [A decision](decisions/0017-score-of-the-daily-alarm.md) says how often the alarm of the largest series fires,"
                        + " and how bank holidays affect it.",
                1 / study.falls().mean(),
                alarms.mean(),
                alarms.error(),
                100 * study.withdrawnShare().mean());
        page.paragraph(
                "Where on every tenth day half of the entries are made a day late, the days differ more than by chance (σ_z %.2f"
                        + " for all offences together): %d such forces get %.3f ± %.3f alarms a month. What is late on one day"
                        + " comes on the next, so the allowance for σ_z errs on the quiet side.",
                batches.dispersions().get("vaiwg, 16").mean(),
                fewer,
                batches.alarmsAMonth().mean(),
                batches.alarmsAMonth().error());
        MeanOfRuns matters = ChartSection.write(page, charts, forces, years, runs, seed);
        page.title("Falls of completeness where nothing changes");
        page.paragraph(
                "%d forces, %d years each, of about a hundred crimes a day: `VaiwgCompletenessFall`, asked each midnight of the four measures that it"
                        + " watches, in total and by theme, with shares between 60 and 95 %%. A month brings %.3f ± %.3f matters, the total and the"
                        + " themes of a measure counted once.",
                forces, years, completeness.mean(), completeness.error());
        double upper = alarms.upper() + matters.upper() + completeness.upper();
        claim(
                "each daily series: days between false rises",
                format("at least %d", Thresholds.DAYS_TO_FALSE_RISE),
                format("%.0f in the shortest, lower 95 %% bound of any %.0f", shortest, shortestBound),
                shortest >= Thresholds.DAYS_TO_FALSE_RISE);
        claim(
                "false matters of the whole force, daily alarm, all charts and falls of completeness, each simulated by itself and added, upper 95 % bound",
                "at most 1 a month", format("%.2f a month", upper), upper <= ALARMS_A_MONTH);
    }

    /** Days to detection at one number of crimes a day. */
    private record Delays(
            double perDay,
            Supplier<MeanOfRuns> settled,
            Supplier<MeanOfRuns> firstYear,
            Supplier<MeanOfRuns> decisions,
            Supplier<Double> best,
            Supplier<Double> byLevel) {}

    private Delays delays(double perDay) {
        int more = perDay < LARGE ? 2 * runs : runs;
        String at = format(" at %.0f crimes a day", perDay);
        double daily = perDay * CrimeKind.SHARE_16;
        return new Delays(
                perDay,
                begin("days to detection" + at, () -> DetectionStudy.days(perDay, 0, SETTLED_YEARS, more, seed)),
                begin("those of the first year" + at, () -> DetectionStudy.days(perDay, 0, 0, more, seed)),
                begin(
                        "those from the decisions" + at,
                        () -> DetectionStudy.days(perDay, Conditions.USUAL_REPORTING_DELAY, 0, runs / 2, seed)),
                begin("the best possible" + at, () -> BestPossible.days(daily, false, seed)),
                begin("the best by level" + at, () -> BestPossible.days(daily, true, seed)));
    }

    private void detection(List<Delays> delays) {
        page.title("Days until a rise of the hazard of outcome 16 by a fifth is published");
        page.paragraph(
                "Mean over forces in which no alarm is open when the change begins. “Best possible” is the rule of Shiryaev and"
                        + " Roberts where it knows the expectation of every day exactly: a long time after the last alarm no rule that"
                        + " fires by chance once in %d days is quicker on average (Pollak and Tartakovsky 2009). The product has this rule"
                        + " and must learn its expectation: from one year in the year after it, from three years after three more. “By level”"
                        + " is the same rule where only the level is learned, from one year. So what lies between it and the best is what"
                        + " one year's estimate costs; what lies beyond it is structure: weekends with few decisions, the factors of weekdays and ages,"
                        + " and the margin of the thresholds. The last column counts from the day on which decisions change, %.0f days on"
                        + " average before they are entered: no rule sees those days.",
                Thresholds.DAYS_TO_FALSE_RISE, Conditions.USUAL_REPORTING_DELAY);
        page.head(
                "crimes a day",
                "target",
                "best possible",
                "by level",
                "after three more years",
                "in the first year",
                "in the first year, from the decisions");
        StringBuilder targets = new StringBuilder();
        StringBuilder best = new StringBuilder();
        StringBuilder found = new StringBuilder();
        StringBuilder first = new StringBuilder();
        boolean met = true;
        for (int i = 0; i < PER_DAY.length; i++) {
            Delays of = delays.get(i);
            MeanOfRuns settled = of.settled.get();
            MeanOfRuns firstYear = of.firstYear.get();
            double bound = of.best.get();
            page.row(
                    format("%.0f", of.perDay),
                    format("%.0f", TARGET_DAYS[i]),
                    format("%.1f", bound),
                    format("%.1f", of.byLevel.get()),
                    days(settled),
                    days(firstYear),
                    days(of.decisions.get()));
            String separator = i == 0 ? "" : " / ";
            targets.append(separator).append(format("%.0f", TARGET_DAYS[i]));
            best.append(separator).append(format("%.1f", bound));
            found.append(separator).append(format("%.1f", settled.mean()));
            first.append(separator).append(format("%.1f", firstYear.mean()));
            met &= Math.round(settled.mean()) <= TARGET_DAYS[i];
        }
        claim(
                "a rise by a fifth seen at 5 / 25 / 50 / 200 crimes a day",
                targets + " days",
                format("%s days after three more years, %s in the first (best possible %s)", found, first, best),
                met);
    }

    private static String days(MeanOfRuns days) {
        return format("%.1f ± %.1f", days.mean(), days.error());
    }

    private void surge(MeanOfRuns with, MeanOfRuns without, int surges) {
        page.title("A surge of new cases");
        page.paragraph(
                "%.0f crimes a day, from some day on half as many again, and no change in how they end. Share of %d forces that"
                        + " get an alarm of a rise within %d days: %.3f ± %.3f with the surge, %.3f ± %.3f without. While nothing changes, the"
                        + " score grows by one a day on average whatever the volume, so a threshold of the reference year's volume holds in"
                        + " a surge too.",
                SurgeStudy.PER_DAY,
                surges,
                SurgeStudy.DAYS,
                with.mean(),
                with.error(),
                without.mean(),
                without.error());
        claim(
                "a surge by half without a real change",
                "fires no more often than by chance",
                format("%.3f with, %.3f without", with.mean(), without.mean()),
                with.mean() - without.mean() <= Math.hypot(with.error(), without.error()));
    }

    private void withdrawal(WithdrawalStudy study) {
        page.title("An alarm raised by an error");
        page.paragraph(
                "%.0f crimes a day; %d outcomes 16 are entered by error on one day and corrected %d days later. In %d forces"
                        + " an alarm was raised and still open then; at the midnight after the correction %d were withdrawn, and %d stay open"
                        + " because the other outcomes of these days alone reach an eighth of the threshold.",
                WithdrawalStudy.PER_DAY,
                WithdrawalStudy.WRONG,
                WithdrawalStudy.DAYS_TO_CORRECTION,
                study.raised(),
                study.withdrawn(),
                study.supported());
        claim(
                "an alarm after the correction that removes its evidence",
                "withdrawn in the next snapshot",
                format("%d of %d, %d with evidence of their own", study.withdrawn(), study.raised(), study.supported()),
                study.withdrawn() + study.supported() == study.raised());
    }

    private void agreement() {
        claim(
                "estimate and variance against R's survival and cmprsk, five data sets",
                "1e-9",
                "a test of every build (`AgreementWithRTest`)",
                true);
    }

    private String introduction() {
        return format(
                "# Operating characteristics of alarms and charts%n%n"
                        + "Measured on simulated forces by `bench/run statistics --runs %d --years %d --seed %d > docs/statistics.md`; the"
                        + " same command gives the same page. Attrition measures the service that victims were given, never the"
                        + " victim.%n%n## Claims%n%n| claim | target | measured | met |%n|---|---|---|---|%n",
                runs, years, seed);
    }

    private String simulation() {
        return format(
                "%n## How it is simulated%n%n"
                        + "The alarms, charts and estimates are the product's own classes. A force records a Poisson number of crimes a"
                        + " day. In the end %.0f %% have outcome 16 (median %.0f days), 5 %% outcome 14, 50 %% another; on free days two decisions in"
                        + " five are made, the others wait for a working day; a decision is entered %.0f days later on average; %.0f %% of"
                        + " crimes are removed, after %.0f days on average; %.0f %% of outcomes 16 are errors, corrected after %.0f days. The"
                        + " first %d days are left out, the %d after them are the reference year; the reference then grows to %d days, always"
                        + " without the newest %d. An alarm ends after %d low days.%n%n"
                        + "What is not simulated: drift over the years, and a force whose habits at bank holidays differ from the"
                        + " model that the product fits to them. Thresholds: `alarm-thresholds.csv`, by a bootstrap over the"
                        + " reference year.%n",
                100 * CrimeKind.SHARE_16,
                DelayCurve.MEDIAN_16,
                Conditions.USUAL_REPORTING_DELAY,
                100 * Conditions.REMOVED,
                Conditions.DAYS_TO_REMOVAL,
                100 * Conditions.WRONG,
                Conditions.DAYS_TO_CORRECTION,
                ForceAlarms.RUN_IN,
                Baseline.DAYS,
                LearnedLevel.DAYS,
                LearnedLevel.GUARD,
                AlarmPath.QUIET_DAYS);
    }

    private static String check(String small) {
        return format(
                        "%n## Checked in every build%n%nA test measures these numbers again; where they differ, this page is stale.%n%n")
                + "```\n" + small + "```\n";
    }

    /** A hash of what the alarms are made with: it changes with any of it. */
    private static String fingerprint() {
        String parameters = String.join(
                "|",
                ReferenceFile.read(Thresholds.FILE).text(),
                "" + ForceAlarms.RUN_IN,
                "" + Baseline.DAYS,
                "" + Baseline.LEAST_OUTCOMES,
                "" + AlarmPath.QUIET_DAYS,
                "" + AlarmPath.QUIET,
                "" + LearnedLevel.DAYS,
                "" + LearnedLevel.GUARD,
                "" + AgeBand.HORIZON,
                "" + AgeBand.COUNT,
                "" + Shift.RISE.ratio(),
                "" + Shift.FALL.ratio(),
                "" + SpcChart.BASELINE);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parameters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Days between events of a rate a day, with their interval. */
    private static String between(MeanOfRuns rate) {
        return rate.lower() > 0
                ? format("%.0f (%.0f to %.0f)", 1 / rate.mean(), 1 / rate.upper(), 1 / rate.lower())
                : format("%.0f or more", 1 / rate.upper());
    }

    private void claim(String claim, String target, String measured, boolean met) {
        claims.row(claim, target, measured, met ? "yes" : "**no**");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(format(format, values)).append('\n');
    }
}
