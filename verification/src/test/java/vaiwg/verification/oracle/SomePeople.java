package vaiwg.verification.oracle;

import java.time.LocalDate;

/** How many people live where random forces are: figures that change in the middle of histories, with gaps. */
public final class SomePeople {
    private static final LocalDate FIRST = LocalDate.of(2019, 6, 1);
    private static final int DAYS = 5 * 365;

    private SomePeople() {}

    /** Of the forces with the numbers 1 to {@code forces}, in the form of the reference file. */
    public static String of(int forces, long seed) {
        StringBuilder text = new StringBuilder("force,population,lpa,from,number,source\n");
        for (int force = 1; force <= forces; force++) {
            Dice dice = new Dice(seed * 31 + force);
            for (String population : new String[] {
                "female_residents", "adult_female_residents", "girls_5_to_17", "workforce", "residents"
            }) {
                for (String lpa : new String[] {"", "coventry", "sandwell"}) {
                    LocalDate from = FIRST.plusDays(dice.between(0, DAYS));
                    int figures = dice.between(0, 3);
                    for (int i = 0; i < figures; i++) {
                        text.append("force-%03d,%s,%s,%s,%d,invented\n"
                                .formatted(force, population, lpa, from, dice.between(1, 500)));
                        from = from.plusDays(dice.between(1, 700));
                    }
                }
            }
        }
        return text.toString();
    }
}
