package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.SafeguardingKind;

/** A safeguarding case as a function of what was known when. */
record SafeguardingHistory(VersionLog<SafeguardingVersion> state, Catalogue catalogue) implements History {
    private static final CountedField HIGH_RISK = field(EventStream.SAFEGUARDING, "highRisk");

    @Override
    public long[] knowledgeTimes(long from) {
        return Versions.knowledgeTimes(from, state.versions);
    }

    @Override
    public Known knownAt(long instant) {
        List<Contribution> found = new ArrayList<>();
        SafeguardingVersion known = Versions.currentAt(state.versions, instant);
        if (known == null || known.withdrawn || known.monthOnly) {
            return Known.of(found);
        }
        StepContributions contributions = new StepContributions(catalogue, DimensionKey.scopeOnly(), found);
        if (known.kind == SafeguardingKind.MARAC.ordinal()) {
            addConference(known, contributions);
        } else if (known.kind == SafeguardingKind.DISCLOSURE.ordinal()) {
            addDisclosure(known, contributions);
        }
        return Known.of(found);
    }

    private static void addDisclosure(SafeguardingVersion known, StepContributions contributions) {
        int asked = LondonDays.dayOf(known.referredAt);
        contributions.addStep(asked, FactSet.of(Fact.DISCLOSURE_ASKED));
        if (known.heardAt != CrimeVersion.ABSENT) {
            int day = LondonDays.dayOf(known.heardAt);
            FactSet made = FactSet.of(Fact.DISCLOSURE_MADE);
            contributions.addStep(day, made);
            contributions.addQuantity(Quantity.DAYS_TO_DISCLOSE, day, made, Math.max(0, day - asked));
        }
    }

    private void addConference(SafeguardingVersion known, StepContributions contributions) {
        boolean isHeard = known.heardAt != CrimeVersion.ABSENT;
        if (isHeard) {
            contributions.addStep(
                    LondonDays.dayOf(known.heardAt),
                    FactSet.of(Fact.MARAC_HEARD).plus(contributions.stated(known)));
        }
        if (HIGH_RISK.isSetIn(known)) {
            int referred = LondonDays.dayOf(known.referredAt);
            FactSet highRisk = FactSet.of(Fact.HIGH_RISK_REFERRED);
            if (isHeard) {
                int age = Math.max(0, LondonDays.dayOf(known.heardAt) - referred);
                contributions.addStep(referred, highRisk.plus(Fact.HIGH_RISK_HEARD), age);
            } else {
                contributions.addStep(referred, highRisk);
            }
        }
    }
}
