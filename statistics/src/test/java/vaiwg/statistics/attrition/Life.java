package vaiwg.statistics.attrition;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import vaiwg.kpis.reference.Cause;

/** One case, told as a life: when it was recorded, and how it left if it did. What tables of follow-up are checked against. */
record Life(int recorded, Optional<Exit> exit) {
    static Life random(Random random, int days) {
        int recorded = random.nextInt(days);
        if (random.nextInt(4) == 0) {
            return new Life(recorded, Optional.empty());
        }
        int day = recorded + random.nextInt(random.nextBoolean() ? 8 : days);
        Cause cause = Cause.values()[random.nextInt(Cause.values().length)];
        return new Life(recorded, Optional.of(new Exit(recorded, day, cause, day + random.nextInt(5))));
    }

    boolean isAtRiskOn(int day) {
        return day >= recorded && exit.map(e -> day <= e.day()).orElse(true);
    }

    void addTo(LexisTable table, int times) {
        table.addRecorded(recorded, times);
        exit.ifPresent(e -> table.addExit(e, times));
    }

    /** Day by day and life by life. */
    static Exposure exposure(List<Life> followUp, int first, int last, int ages) {
        int[] atRisk = new int[ages];
        int[][] exits = new int[Cause.values().length][ages];
        for (int day = first; day <= last; day++) {
            for (Life life : followUp) {
                int age = day - life.recorded;
                if (age < ages && life.isAtRiskOn(day)) {
                    atRisk[age]++;
                    if (life.exit.isPresent() && life.exit.get().day() == day) {
                        exits[life.exit.get().cause().ordinal()][age]++;
                    }
                }
            }
        }
        return new Exposure(atRisk, exits);
    }
}
