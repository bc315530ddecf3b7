package vaiwg.engine.contributions;

import static vaiwg.kpis.cases.CountedField.field;

import java.util.ArrayList;
import java.util.List;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.RecordVersion;
import vaiwg.kpis.cases.VersionKind;
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
record SafeguardingHistory(VersionLog<RecordVersion> state, Catalogue catalogue) implements History {
    private static final CountedField HIGH_RISK = field(EventStream.SAFEGUARDING, "highRisk");
    private static final int REFERRED_AT = VersionKind.SAFEGUARDING.date("referredAt");
    private static final int HEARD_AT = VersionKind.SAFEGUARDING.date("heardAt");
    private static final Fact MARAC_HEARD = Fact.named("marac_heard");
    private static final Fact HIGH_RISK_REFERRED = Fact.named("high_risk_referred");
    private static final Fact HIGH_RISK_HEARD = Fact.named("high_risk_heard");
    private static final Fact DISCLOSURE_ASKED = Fact.named("disclosure_asked");
    private static final Fact DISCLOSURE_MADE = Fact.named("disclosure_made");
    private static final Fact DISCLOSURE_MADE_IN_TIME = Fact.named("disclosure_made_within_28d");
    /** In so many days a disclosure is to be made, by the scheme's guidance of 2023. */
    private static final int DAYS_TO_DISCLOSE = 28;

    @Override
    public Known knownAt(long instant) {
        List<Contribution> found = new ArrayList<>();
        RecordVersion known = Versions.currentAt(state.versions, instant);
        if (known == null || !known.stands()) {
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

    private static void addDisclosure(RecordVersion known, StepContributions contributions) {
        int asked = LondonDays.dayOf(known.at(REFERRED_AT));
        contributions.addStep(asked, FactSet.of(DISCLOSURE_ASKED).plus(contributions.stated(known)));
        if (known.has(HEARD_AT)) {
            int day = LondonDays.dayOf(known.at(HEARD_AT));
            FactSet made = FactSet.of(DISCLOSURE_MADE);
            contributions.addStep(day, made.plusIf(day - asked <= DAYS_TO_DISCLOSE, DISCLOSURE_MADE_IN_TIME));
            contributions.addQuantity(Quantity.DAYS_TO_DISCLOSE, day, made, Math.max(0, day - asked));
        }
    }

    private void addConference(RecordVersion known, StepContributions contributions) {
        boolean isHeard = known.has(HEARD_AT);
        if (isHeard) {
            contributions.addStep(
                    LondonDays.dayOf(known.at(HEARD_AT)),
                    FactSet.of(MARAC_HEARD).plus(contributions.stated(known)));
        }
        if (HIGH_RISK.isSetIn(known)) {
            int referred = LondonDays.dayOf(known.at(REFERRED_AT));
            FactSet highRisk = FactSet.of(HIGH_RISK_REFERRED);
            if (isHeard) {
                int age = Math.max(0, LondonDays.dayOf(known.at(HEARD_AT)) - referred);
                contributions.addStep(referred, highRisk.plus(HIGH_RISK_HEARD), age);
            } else {
                contributions.addStep(referred, highRisk);
            }
        }
    }
}
