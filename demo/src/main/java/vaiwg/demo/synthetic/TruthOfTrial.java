package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vaiwg.schemas.Programme;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/**
 * What became of the people of the programme's two arms: suspected again or not, in the days at risk since the disposal. A day in
 * custody is none, and whoever was selected stays in the arm.
 */
final class TruthOfTrial {
    private static final int[] HORIZONS = {180, 365};

    private final TrueFigures figures;
    private final Map<String, List<TiedCrime>> crimes = new HashMap<>();

    TruthOfTrial(TrueFigures figures) {
        this.figures = figures;
    }

    /** Takes a crime that stands, of somebody whom the programme was planned with. */
    void add(TiedCrime crime) {
        if (crime.ties().suspect() != null && crime.isOfStalkingHarassmentOrAbuse()) {
            crimes.computeIfAbsent(crime.ties().suspect(), id -> new ArrayList<>())
                    .add(crime);
        }
    }

    /** Once all crimes and all steps are there. */
    void count(TruthOfPerpetrators perpetrators) {
        perpetrators.forEach((perpetrator, steps) -> steps.stream()
                .filter(step -> step.getStep() == StalkingStep.PROGRAMME_SELECTED)
                .findFirst()
                .ifPresent(selected -> follow(perpetrator, selected.getProgramme(), steps)));
    }

    private void follow(String perpetrator, Programme place, List<Stalking> steps) {
        Instant disposal = place.getDisposalAt();
        int again = crimes.getOrDefault(perpetrator, List.of()).stream()
                .filter(crime -> crime.committedAt() > disposal.toEpochMilli())
                .mapToInt(crime -> Ending.day(Instant.ofEpochMilli(crime.committedAt())))
                .min()
                .orElse(Integer.MAX_VALUE);
        int atRisk = 0;
        for (int day = Ending.day(disposal) + 1; day < figures.endDay(); day++) {
            if (day < again && isInCustody(day, steps)) {
                continue;
            }
            atRisk++;
            for (int horizon : HORIZONS) {
                if (atRisk == horizon) {
                    String arm = "arm=" + place.getArm().name().toLowerCase(Locale.ROOT);
                    figures.stock("easi_reoffending_" + horizon + "d", arm, again <= day);
                }
            }
        }
    }

    /** From the day of a beginning on, before that of the end which follows it. */
    private static boolean isInCustody(int day, List<Stalking> steps) {
        return steps.stream()
                .filter(step -> step.getStep() == StalkingStep.CUSTODY_FROM && Ending.day(step.getAt()) <= day)
                .anyMatch(from -> steps.stream()
                        .noneMatch(to -> to.getStep() == StalkingStep.CUSTODY_TO
                                && !to.getAt().isBefore(from.getAt())
                                && Ending.day(to.getAt()) <= day));
    }
}
