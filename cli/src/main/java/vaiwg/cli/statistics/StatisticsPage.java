package vaiwg.cli.statistics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.signals.alarm.AgeBand;
import vaiwg.kpis.signals.alarm.AlarmPath;
import vaiwg.kpis.signals.alarm.Baseline;
import vaiwg.kpis.signals.alarm.ForceAlarms;
import vaiwg.kpis.signals.alarm.Shift;
import vaiwg.kpis.signals.alarm.Thresholds;
import vaiwg.kpis.signals.charts.BlockChart;

/** The page {@code docs/statistics.md}: what is claimed of the alarms, the charts and the estimates, and what was measured. */
public final class StatisticsPage {
    private static final double[] PER_DAY = {5, 25, 50, 200};
    private static final double[] TARGET_DAYS = {56, 19, 12, 4};
    private static final double ALARMS_A_MONTH = 1;
    private static final double BIAS = 0.01;

    private static final int SMALL_RUNS = 4;
    private static final long SMALL_SEED = 1;
    /** Shorter runs are enough where a run is a history of a few years. */
    private static final int SURGE_RUNS_PER_RUN = 4;

    private static final int FEWER = 10;

    private final int runs;
    private final int years;
    private final long seed;
    private final Consumer<String> progress;
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder claims = new StringBuilder();

    /** @param progress told what is being measured */
    public StatisticsPage(int runs, int years, long seed, Consumer<String> progress) {
        this.runs = runs;
        this.years = years;
        this.seed = seed;
        this.progress = progress;
    }

    /** Measures everything, and writes the page. */
    public String text() {
        bias();
        falseAlarmsAndCharts();
        detection();
        surge();
        withdrawal();
        agreement();
        return introduction() + claims + "\n" + page + simulation() + check();
    }

    /** Numbers of a few runs: made anew in every build, and compared with the page. */
    public static String smallPart() {
        Sample days = DetectionStudy.days(25, Conditions.USUAL_ENTRY_DELAY, SMALL_RUNS, SMALL_SEED);
        FalseAlarmStudy alarms = new FalseAlarmStudy(Conditions.steady(Conditions.USUAL_ENTRY_DELAY), 1, 2, SMALL_SEED);
        Sample surge = SurgeStudy.falseAlarms(true, SMALL_RUNS, SMALL_SEED);
        WithdrawalStudy withdrawal = new WithdrawalStudy(SMALL_RUNS, SMALL_SEED);
        ChartStudy charts = new ChartStudy(1, 1, SMALL_SEED);
        BiasStudy bias = new BiasStudy(1, SMALL_SEED);
        StringBuilder text = new StringBuilder();
        line(text, "days to detection, %d runs: %.2f", SMALL_RUNS, days.mean());
        line(text, "alarms a month, 2 years: %.4f", alarms.ringsAMonth().mean());
        alarms.dispersions().forEach((name, dispersion) -> line(text, "sigma_z of %s: %.4f", name, dispersion.mean()));
        line(text, "alarms after a surge, %d runs: %.2f", SMALL_RUNS, surge.mean());
        line(text, "withdrawn, %d runs: %d of %d", SMALL_RUNS, withdrawal.withdrawn(), withdrawal.raised());
        line(text, "to watch a month, 1 year: %.4f", charts.watchAMonth().mean());
        bias.differences().forEach((figure, of) -> line(text, "%s: %+.5f at 90 days", figure, of[1].mean()));
        line(text, "fingerprint of the parameters: %s", fingerprint());
        return text.toString();
    }

    private void bias() {
        progress.accept("the figures against the truth");
        BiasStudy study = new BiasStudy(runs / 2, seed);
        double[] truth = study.truth();
        title("Figures of victim attrition against the truth");
        paragraph(
                "Difference from what the simulated force knows in the end, ± Monte-Carlo error (95 %%). Truth at 28, 90,"
                        + " 180, 365 days: %.3f, %.3f, %.3f, %.3f.",
                truth[0], truth[1], truth[2], truth[3]);
        row("figure", "28 days", "90 days", "180 days", "365 days");
        rule(5);
        double worst = 0;
        double worstMatured = 0;
        for (Map.Entry<String, Sample[]> entry : study.differences().entrySet()) {
            String[] cells = new String[1 + truth.length];
            cells[0] = entry.getKey();
            for (int i = 0; i < truth.length; i++) {
                Sample sample = entry.getValue()[i];
                cells[i + 1] = format("%+.4f ± %.4f", sample.mean(), sample.error());
                double size = Math.abs(sample.mean());
                if (entry.getKey().startsWith("matured")) {
                    worstMatured = Math.max(worstMatured, size);
                } else {
                    worst = Math.max(worst, size);
                }
            }
            row(cells);
        }
        paragraph(
                "A matured figure is frozen at the midnight that ends its horizon; decisions that were made in time and"
                        + " entered later are not in it, by its definition. With a mean entry delay of %.0f days that costs most at"
                        + " the shortest horizon. Charts compare it with itself only; people read the settled figure.",
                Conditions.USUAL_ENTRY_DELAY);
        claim(
                "bias of every horizon's figure, settled and incidence",
                "at most 0.01",
                format("%.4f at most", worst),
                worst <= BIAS);
        claim(
                "the same, matured (frozen)",
                "at most 0.01",
                format("%.4f at most; entry delay, see below", worstMatured),
                worstMatured <= BIAS);
    }

    private void falseAlarmsAndCharts() {
        progress.accept("false alarms of the daily series");
        FalseAlarmStudy study = new FalseAlarmStudy(Conditions.steady(Conditions.USUAL_ENTRY_DELAY), runs, years, seed);
        progress.accept("the same with entries in batches");
        int fewer = Math.max(2, runs / FEWER);
        FalseAlarmStudy batches = new FalseAlarmStudy(Conditions.inBatches(), fewer, years, seed);
        progress.accept("false alarms of the block charts");
        ChartStudy charts = new ChartStudy(fewer, years, seed);
        title("Daily alarms of a force in which nothing changes");
        paragraph(
                "%d forces, %d years each, a hundred crimes a day, every alarm acknowledged on the next day.",
                runs, years);
        row("series", "outcomes a day", "σ_z", "days between false rises (95 %)");
        rule(4);
        boolean each = true;
        for (Map.Entry<String, Sample> entry : study.rises().entrySet()) {
            Sample rate = entry.getValue();
            each &= 1 / rate.mean() >= Thresholds.DAYS_TO_FALSE_RISE;
            row(
                    entry.getKey(),
                    format("%.1f", study.daily().get(entry.getKey()).mean()),
                    format("%.2f", study.dispersions().get(entry.getKey()).mean()),
                    days(rate));
        }
        Sample rings = study.ringsAMonth();
        paragraph(
                "A series gives a false fall once in %.0f days. The whole force hears %.3f ± %.3f alarms a month, those of"
                        + " one cause counted once; %.1f %% of alarms are withdrawn because of ordinary corrections. Series of thirty outcomes"
                        + " a day and more may fall short: what the model of bank holidays misses weighs most there.",
                1 / study.falls().mean(),
                rings.mean(),
                rings.error(),
                100 * study.withdrawnShare().mean());
        paragraph(
                "Where on every tenth day half of the entries are made a day late, the days differ more than by chance (σ_z %.2f"
                        + " for all offences together): %d such forces hear %.3f ± %.3f alarms a month. What is late on one day"
                        + " comes on the next, so the allowance for σ_z errs on the quiet side.",
                batches.dispersions().get("vaiwg, 16").mean(),
                fewer,
                batches.ringsAMonth().mean(),
                batches.ringsAMonth().error());
        title("Block charts of a pack in which nothing changes");
        Sample act = charts.discoveriesAMonth();
        paragraph(
                "%d charts of shares, 200 to 4,000 cases a block, limits locked after %d blocks, %d packs, %d years. A month"
                        + " brings %.2f ± %.2f first signals (watch), %.2f ± %.2f confirmed ones, and %.2f ± %.2f that are confirmed and"
                        + " singled out at 10 %% over the pack (act).",
                ChartStudy.CHARTS,
                BlockChart.BASELINE,
                fewer,
                years,
                charts.watchAMonth().mean(),
                charts.watchAMonth().error(),
                charts.actAMonth().mean(),
                charts.actAMonth().error(),
                act.mean(),
                act.error());
        row("cases a block", "blocks until a share higher by a fifth is confirmed");
        rule(2);
        for (int whole : new int[] {140, 700, 1_400, 5_600}) {
            Sample blocks = ChartStudy.blocksToAct(whole, runs, seed);
            row(format("%,d", whole), format("%.1f ± %.1f", blocks.mean(), blocks.error()));
        }
        double upper = rings.upper() + act.upper();
        claim(
                "each daily series: days between false rises",
                "at least 720",
                each ? "720 or more in all" : "see below",
                each);
        claim(
                "false alarms of the whole force, daily and block charts together, upper 95 % bound",
                "at most 1 a month", format("%.2f a month", upper), upper <= ALARMS_A_MONTH);
    }

    private void detection() {
        title("Days until a rise of the hazard of outcome 16 by a fifth is published");
        paragraph(
                "Mean over %d forces in which no alarm stands when the change begins. “Best possible” knows the expectation of"
                        + " every day exactly; no rule with as few false alarms is quicker in the worst case (Moustakides 1986). The"
                        + " product must learn its expectation from one year, which costs a higher threshold. The last column counts"
                        + " from the day on which decisions change, %.0f days on average before they are entered: no rule sees those"
                        + " days.",
                runs, Conditions.USUAL_ENTRY_DELAY);
        row(
                "crimes a day",
                "target",
                "best possible",
                "measured, from the first entries",
                "measured, from the decisions");
        rule(5);
        StringBuilder targets = new StringBuilder();
        StringBuilder best = new StringBuilder();
        StringBuilder found = new StringBuilder();
        boolean met = true;
        for (int i = 0; i < PER_DAY.length; i++) {
            progress.accept(format("days to detection at %.0f crimes a day", PER_DAY[i]));
            Sample entries = DetectionStudy.days(PER_DAY[i], 0, runs, seed);
            Sample decisions = DetectionStudy.days(PER_DAY[i], Conditions.USUAL_ENTRY_DELAY, runs, seed);
            double bound = BestPossible.days(PER_DAY[i] * CrimeKind.SHARE_16, seed);
            row(
                    format("%.0f", PER_DAY[i]),
                    format("%.0f", TARGET_DAYS[i]),
                    format("%.1f", bound),
                    format("%.1f ± %.1f", entries.mean(), entries.error()),
                    format("%.1f ± %.1f", decisions.mean(), decisions.error()));
            String separator = i == 0 ? "" : " / ";
            targets.append(separator).append(format("%.0f", TARGET_DAYS[i]));
            best.append(separator).append(format("%.1f", bound));
            found.append(separator).append(format("%.1f", entries.mean()));
            met &= Math.round(entries.mean()) <= TARGET_DAYS[i];
        }
        claim(
                "a rise by a fifth seen at 5 / 25 / 50 / 200 crimes a day",
                targets + " days",
                found + " days (best possible " + best + ")",
                met);
    }

    private void surge() {
        progress.accept("a surge of new cases");
        Sample without = SurgeStudy.falseAlarms(false, runs * SURGE_RUNS_PER_RUN, seed);
        Sample with = SurgeStudy.falseAlarms(true, runs * SURGE_RUNS_PER_RUN, seed);
        title("A surge of new cases");
        paragraph(
                "%.0f crimes a day, from some day on half as many again, and no change in how they end. Share of %d forces that"
                        + " hear a rise or not within %d days: %.3f ± %.3f with the surge, %.3f ± %.3f without. The threshold is that of the reference year: more outcomes a day reach it by chance"
                        + " somewhat sooner.",
                SurgeStudy.PER_DAY,
                runs * SURGE_RUNS_PER_RUN,
                SurgeStudy.DAYS,
                with.mean(),
                with.error(),
                without.mean(),
                without.error());
        claim(
                "a surge by half without a real change",
                "rings no more than chance",
                format("%.3f with, %.3f without", with.mean(), without.mean()),
                with.mean() - without.mean() <= Math.hypot(with.error(), without.error()));
    }

    private void withdrawal() {
        progress.accept("corrections");
        WithdrawalStudy study = new WithdrawalStudy(runs, seed);
        title("An alarm raised by an error");
        paragraph(
                "%.0f crimes a day; %d outcomes 16 are entered by error on one day and corrected %d days later. In %d forces"
                        + " that raised an alarm which stood until then; at the midnight after the correction %d were withdrawn, and %d stand on"
                        + " because the other outcomes of these days alone reach half of the threshold.",
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
                "# What the alarms and charts are worth%n%n"
                        + "Measured on simulated forces by `./vaiwg statistics --runs %d --years %d --seed %d > docs/statistics.md`; the"
                        + " same command gives the same page. Attrition measures the service that victims were given, never the"
                        + " victim.%n%n## Claims%n%n| claim | target | measured | met |%n|---|---|---|---|%n",
                runs, years, seed);
    }

    private String simulation() {
        return format(
                "## How it is simulated%n%n"
                        + "The alarms, charts and estimates are the product's own classes. A force records a Poisson number of crimes a"
                        + " day. In the end %.0f %% have outcome 16 (median %.0f days), 5 %% outcome 14, 50 %% another; on free days two decisions in"
                        + " five are made, the others wait for a working day; a decision is entered %.0f days later on average; %.0f %% of"
                        + " crimes are removed, after %.0f days on average; %.0f %% of outcomes 16 are errors, corrected after %.0f days. The"
                        + " first %d days are left out, the %d after them are the reference year. An alarm ends after %d low days.%n%n"
                        + "What is not simulated: drift over the years, and a force whose habits at bank holidays differ from the"
                        + " model that the product fits to them. Thresholds: `alarm-thresholds.csv`, by a bootstrap over the"
                        + " reference year.%n",
                100 * CrimeKind.SHARE_16,
                DelayCurve.MEDIAN_16,
                Conditions.USUAL_ENTRY_DELAY,
                100 * Conditions.REMOVED,
                Conditions.DAYS_TO_REMOVAL,
                100 * Conditions.WRONG,
                Conditions.DAYS_TO_CORRECTION,
                ForceAlarms.RUN_IN,
                Baseline.DAYS,
                AlarmPath.QUIET_DAYS);
    }

    private String check() {
        progress.accept("the part that every build makes anew");
        return format(
                        "%n## Checked in every build%n%nA test makes these numbers anew; where they differ, this page is stale.%n%n")
                + "```\n" + smallPart() + "```\n";
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
                "" + AgeBand.HORIZON,
                "" + AgeBand.COUNT,
                "" + Shift.RISE.ratio(),
                "" + Shift.FALL.ratio(),
                "" + BlockChart.BASELINE);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parameters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Days between events of a rate a day, with their interval. */
    private static String days(Sample rate) {
        return rate.lower() > 0
                ? format("%.0f (%.0f to %.0f)", 1 / rate.mean(), 1 / rate.upper(), 1 / rate.lower())
                : format("%.0f or more", 1 / rate.upper());
    }

    private void claim(String claim, String target, String measured, boolean met) {
        claims.append(format("| %s | %s | %s | %s |%n", claim, target, measured, met ? "yes" : "**no**"));
    }

    private void title(String title) {
        page.append(page.toString().endsWith("|\n") ? "\n" : "").append(format("## %s%n%n", title));
    }

    private void paragraph(String text, Object... values) {
        if (page.charAt(page.length() - 2) != '\n') {
            page.append('\n');
        }
        page.append(format(text, values)).append("\n\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void rule(int columns) {
        page.append("|").append("---|".repeat(columns)).append('\n');
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.UK, format.replace("%n", "\n"), values);
    }
}
