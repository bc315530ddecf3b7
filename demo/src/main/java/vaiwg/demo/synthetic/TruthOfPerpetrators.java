package vaiwg.demo.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.ProgrammeArm;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.StalkingStep;

/** What is known of each stalking perpetrator, from whichever crimes the steps followed. */
final class TruthOfPerpetrators {
    private static final int SESSIONS = 6;
    private static final int DAYS = 56;

    private final TrueFigures figures;
    private final Map<String, List<Stalking>> steps = new HashMap<>();

    TruthOfPerpetrators(TrueFigures figures) {
        this.figures = figures;
        figures.stocks("easi_places_filled", "easi_completion");
    }

    void add(Stalking step) {
        steps.computeIfAbsent(step.getPerpetratorId(), id -> new ArrayList<>()).add(step);
    }

    /** The steps that are known of each. */
    void forEach(BiConsumer<String, List<Stalking>> taker) {
        steps.forEach(taker);
    }

    /** Whether an order is in force at the end, or a place on the treatment arm open. */
    boolean isManaged(String perpetrator) {
        List<Stalking> known = steps.getOrDefault(perpetrator, List.of());
        return known.stream().anyMatch(begun -> switch (begun.getStep()) {
            case INTERIM_ORDER_GRANTED, FULL_ORDER_GRANTED ->
                isOpen(begun, known, Set.of(StalkingStep.ORDER_ENDED, StalkingStep.ORDER_REFUSED));
            case PROGRAMME_SELECTED ->
                begun.getProgramme().getArm() == ProgrammeArm.TREATMENT
                        && isOpen(begun, known, Set.of(StalkingStep.COMPLETED, StalkingStep.WITHDREW));
            default -> false;
        });
    }

    private static boolean isOpen(Stalking begun, List<Stalking> known, Set<StalkingStep> ends) {
        return known.stream()
                .noneMatch(
                        step -> ends.contains(step.getStep()) && !step.getAt().isBefore(begun.getAt()));
    }

    /** Once all steps are there. */
    void count() {
        steps.values().forEach(this::count);
    }

    private void count(List<Stalking> known) {
        days(known, StalkingStep.ORDER_APPLIED)
                .forEach(day -> figures.count("spo_applied_rate", View.recorded(TrueFigures.YEAR), day));
        days(known, StalkingStep.ORDER_REFUSED).forEach(day -> decided(day, false));
        for (Stalking step : known) {
            if (step.getStep() == StalkingStep.FULL_ORDER_GRANTED) {
                granted(step.getAt(), known);
            }
        }
        String route = known.stream()
                .filter(step -> step.getStep() == StalkingStep.PROGRAMME_SELECTED
                        && step.getProgramme().getArm() == ProgrammeArm.TREATMENT)
                .map(step -> "route=" + step.getProgramme().getRoute().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
        if (route != null) {
            figures.standing("easi_places_filled", "");
            figures.standing("easi_places_filled", route);
        }
        List<Integer> attended =
                days(known, StalkingStep.SESSION_ATTENDED).sorted().toList();
        if (!attended.isEmpty() && attended.get(0) + DAYS < figures.endDay()) {
            boolean completed = attended.size() >= SESSIONS && attended.get(SESSIONS - 1) <= attended.get(0) + DAYS;
            figures.stock("easi_completion", completed);
            figures.stock("easi_completion", route, completed);
        }
    }

    private void granted(Instant at, List<Stalking> known) {
        int day = Ending.day(at);
        decided(day, true);
        Optional<Instant> next = known.stream()
                .filter(step -> step.getStep() == StalkingStep.FULL_ORDER_GRANTED)
                .map(Stalking::getAt)
                .filter(other -> other.isAfter(at))
                .min(Instant::compareTo);
        boolean breached = known.stream()
                .filter(step -> step.getStep() == StalkingStep.ORDER_BREACHED)
                .map(Stalking::getAt)
                .filter(breach ->
                        !breach.isBefore(at) && next.map(breach::isBefore).orElse(true))
                .anyMatch(breach -> Ending.day(breach) - day < 365);
        figures.share("spo_breach_rate", View.settled(365), day, breached);
    }

    private void decided(int day, boolean granted) {
        figures.share("spo_granted_share", View.assigned(TrueFigures.YEAR), day, granted);
    }

    private static Stream<Integer> days(List<Stalking> known, StalkingStep kind) {
        return known.stream().filter(step -> step.getStep() == kind).map(step -> Ending.day(step.getAt()));
    }
}
