package vaiwg.engine.contributions;

import java.util.List;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.facts.Fact;

/** A complaint or conduct matter that is flagged, told to the officer or member of staff whom it is about. */
record ConductReferences(String record, VersionLog<ConductVersion> state, AskedOfPersons asked)
        implements PersonReferences {
    @Override
    public long[] knowledgeTimes() {
        return Versions.knowledgeTimes(Long.MIN_VALUE, state.versions);
    }

    @Override
    public boolean isKnownBy(long instant) {
        return Versions.areKnownBy(instant, state.versions);
    }

    @Override
    public boolean isOfTheSameVersionsAs(PersonReferences other) {
        return state.versions == ((ConductReferences) other).state.versions;
    }

    @Override
    public boolean saysTheSameAs(PersonReferences other, long instant) {
        return false;
    }

    @Override
    public List<Reference> knownAt(long instant) {
        ConductVersion matter = Versions.currentAt(state.versions, instant);
        if (matter == null
                || !matter.isFlagged()
                || matter.withdrawn
                || matter.monthOnly
                || matter.person == PersonCode.NONE
                || !asked.isAsked(PersonFact.STAFF)) {
            return List.of();
        }
        PersonFact fact = PersonFact.of(PersonFact.STAFF, record, matter.recordedAt, instant);
        fact.dimensionKey = DimensionKey.scopeOnly();
        fact.facts = asked.code().of(Fact.SUBJECT_OF_MATTER);
        return List.of(new Reference(matter.person, fact));
    }
}
