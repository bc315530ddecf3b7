package vaiwg.verification.oracle;

import java.time.LocalDate;
import vaiwg.schemas.CrimeRecording;

/** The small areas of random crimes: some known to the file of deprivation, for some time, with deciles that change; some not. */
public final class SmallAreas {
    private static final LocalDate FIRST = LocalDate.of(2019, 6, 1);
    private static final int DAYS = 5 * 365;
    private static final int AREAS = 8;
    /** Areas with greater numbers are in no file. */
    private static final int KNOWN = 6;

    private SmallAreas() {}

    /** In the form of the reference file. */
    public static String deprivation(long seed) {
        StringBuilder text = new StringBuilder("lsoa,decile,from,source\n");
        for (int area = 1; area <= KNOWN; area++) {
            Dice dice = new Dice(seed * 17 + area);
            LocalDate from = FIRST.plusDays(dice.between(0, DAYS));
            for (int i = dice.between(1, 3); i > 0; i--) {
                text.append("%s,%d,%s,invented\n".formatted(code(area), dice.between(1, 5), from));
                from = from.plusDays(dice.between(1, 700));
            }
        }
        return text.toString();
    }

    /** Gives a crime its area, where it has none; all else that chance decides is as it was. */
    static void place(CrimeRecording crime) {
        Dice own = Dice.ofItsOwn(crime.getChangedAt().plusMillis(AREAS));
        crime.setLsoa(
                own.chance(0.2)
                        ? own.oneOf(null, "", " ")
                        : code(own.between(1, AREAS)) + (own.chance(0.1) ? " " : ""));
    }

    private static String code(int area) {
        return "E0100%04d".formatted(area);
    }
}
