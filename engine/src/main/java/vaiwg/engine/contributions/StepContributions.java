package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ContributionTable;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;

/** Adds contributions of steps to a list, each on a day of its own and with one dimension key for all. */
record StepContributions(Catalogue catalogue, long dimensionKey, List<Contribution> contributions) {
    FactSet stated(Version version) {
        return catalogue.askedFacts().statedBy(version);
    }

    void addStep(int day, FactSet facts) {
        add(ContributionType.STEP, day, facts, 0);
    }

    /** @param age days from the pane day to what the facts say of an outcome */
    void addStep(int day, FactSet facts, int age) {
        add(ContributionType.STEP, day, facts, age);
    }

    void add(ContributionType contributionType, int day, FactSet facts, int age) {
        add(contributionType, day, day, facts, age);
    }

    private void add(ContributionType contributionType, int day, int since, FactSet facts, int age) {
        ContributionTable table = catalogue.contributionType(contributionType);
        if (table.isEmpty()) {
            return;
        }
        FactSet[] sets = facts.atHorizons(table.horizons(), age + 1);
        long[] numerator = new long[table.words()];
        long[] denominator = new long[table.words()];
        table.evaluate(sets, numerator, denominator);
        addUnlessEmpty(new Contribution(
                contributionType, day, since, Contribution.AT_ONCE, dimensionKey, 0, (byte) 0, numerator, denominator));
    }

    void addQuantity(Quantity quantity, int day, FactSet facts, long number) {
        ContributionTable table = catalogue.contributionType(ContributionType.STEP_QUANTITY);
        int place = table.quantities().indexOf(quantity);
        if (place < 0) {
            return;
        }
        long[] denominator = new long[table.words()];
        if (!table.take(quantity, table.counting(facts), denominator)) {
            return;
        }
        long kept = PackedNumbers.with(0, place, (int) Math.min(number, Quantity.MOST));
        addUnlessEmpty(new Contribution(
                ContributionType.STEP_QUANTITY,
                day,
                day,
                Contribution.AT_ONCE,
                dimensionKey,
                kept,
                (byte) 0,
                table.none(),
                denominator));
    }

    /** What enters a stock, or turns overdue in it. */
    void addEntry(int day, FactSet facts) {
        addEntry(day, day, facts);
    }

    /** @param since the day from which its age counts, not after the day */
    void addEntry(int day, int since, FactSet facts) {
        add(ContributionType.STOCK_ENTRY, day, since, facts, 0);
    }

    /** What leaves a stock, or is overdue in it no more. */
    void addExit(int day, FactSet facts) {
        addExit(day, day, facts);
    }

    /** @param since as where it entered */
    void addExit(int day, int since, FactSet facts) {
        add(ContributionType.STOCK_EXIT, day, since, facts, 0);
    }

    /**
     * What stands in a stock from a day until it is stopped; what was stopped by then never enters.
     *
     * @param since the day from which its age counts
     * @param stoppedAt epoch milliseconds, or {@link CrimeVersion#ABSENT}
     */
    void addStock(int from, int since, long stoppedAt, FactSet facts) {
        boolean stopped = stoppedAt != CrimeVersion.ABSENT;
        if (stopped && LondonDays.dayOf(stoppedAt) <= from) {
            return;
        }
        addEntry(from, since, facts);
        if (stopped) {
            addExit(LondonDays.dayOf(stoppedAt), since, facts);
        }
    }

    private void addUnlessEmpty(Contribution contribution) {
        if (!contribution.isEmpty()) {
            contributions.add(contribution);
        }
    }
}
