package vaiwg.kpis.signatures;

import java.util.List;
import java.util.OptionalInt;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Lane;
import vaiwg.kpis.catalogue.SliceTuple;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Theme;
import vaiwg.kpis.time.LondonDays;

/**
 * What a person contributes to the evaluation of the early awareness programme, in the row of the arm to which the person was allocated
 * (intention to treat). Follow-up begins on the day after the disposal in both arms; an offence on the day of the disposal counts where it
 * was committed after it. Days in custody are no days at risk and are not
 * followed up, up to the first further offence; what comes after it does not matter.
 */
final class FollowUp {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Catalogue catalogue;
    private final List<Signature> signatures;

    FollowUp(Catalogue catalogue, List<Signature> signatures) {
        this.catalogue = catalogue;
        this.signatures = signatures;
    }

    /** @param crimes of which the person is a suspect */
    void add(StepsOfPerson steps, List<CrimeOfPerson> crimes) {
        steps.selection().ifPresent(selected -> {
            int index = LondonDays.dayOf(selected.disposalAt);
            int offended = firstOffence(selected, crimes);
            Spells custody = steps.custody();
            int settled = Math.max(steps.lastDay(), offended == NEVER ? index : offended);
            StepSignatures ofArm = new StepSignatures(catalogue, SliceTuple.ofArm(selected.arm), signatures);
            end(custody, settled, index, 180, offended)
                    .ifPresent(end -> ofArm.add(
                            Lane.PROGRAMME, end, facts(Fact.FOLLOWED_180D, offended <= end, Fact.REOFFENDED_180D), 0));
            end(custody, settled, index, 365, offended)
                    .ifPresent(end -> ofArm.add(
                            Lane.PROGRAMME, end, facts(Fact.FOLLOWED_365D, offended <= end, Fact.REOFFENDED_365D), 0));
        });
    }

    private static FactSet facts(Fact followed, boolean again, Fact reoffended) {
        return again ? FactSet.of(followed, reoffended) : FactSet.of(followed);
    }

    /** The day of the first crime of stalking, harassment or domestic abuse after the disposal; {@link #NEVER} where there is none. */
    private static int firstOffence(PersonFact selected, List<CrimeOfPerson> crimes) {
        return crimes.stream()
                .filter(crime -> SliceTuple.isIn(crime.fact().tuple, Theme.STALKING_HARASSMENT)
                        || SliceTuple.isIn(crime.fact().tuple, Theme.DOMESTIC_ABUSE))
                .filter(crime -> crime.fact().committedAt > selected.disposalAt)
                .mapToInt(crime -> LondonDays.dayOf(crime.fact().committedAt))
                .min()
                .orElse(NEVER);
    }

    /**
     * The day that completes so many days at risk after the index day; empty while custody without an end stands before it. Once the last
     * step is past, and the first offence, every day is at risk or none is.
     *
     * @param settled the day from which on that is so
     */
    private static OptionalInt end(Spells custody, int settled, int index, int days, int offended) {
        int atRisk = 0;
        for (int day = index + 1; day <= Math.max(index, settled) + days; day++) {
            boolean inCustody = day < offended && custody.include(day);
            if (!inCustody && ++atRisk == days) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}
