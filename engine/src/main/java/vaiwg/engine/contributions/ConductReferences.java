package vaiwg.engine.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /** Whose subject somebody is, by the kind of matter. */
    private static final Map<Fact, Fact> OF_KIND = Map.of(
            ConductHistory.COMPLAINT, Fact.SUBJECT_OF_COMPLAINT,
            ConductHistory.COMPLAINT_OF_FORCE, Fact.SUBJECT_OF_COMPLAINT_OF_FORCE,
            ConductHistory.CONDUCT_MATTER, Fact.SUBJECT_OF_CONDUCT_MATTER);

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
    public boolean hasSameContent(PersonReferences other, long instant) {
        return false;
    }

    @Override
    public List<Reference> knownAt(long instant) {
        ConductVersion matter = Versions.currentAt(state.versions, instant);
        if (matter == null
                || !matter.isFlagged()
                || matter.withdrawn
                || matter.monthOnly
                || matter.person == PersonCode.NONE) {
            return List.of();
        }
        List<Reference> references = new ArrayList<>();
        add(PersonFact.STAFF, Fact.SUBJECT_OF_MATTER, matter, instant, references);
        add(PersonFact.STAFF_OF_YEAR, OF_KIND.get(ConductHistory.kindOf(matter)), matter, instant, references);
        return references;
    }

    private void add(byte role, Fact said, ConductVersion matter, long instant, List<Reference> references) {
        if (asked.isAsked(role)) {
            PersonFact fact = PersonFact.of(role, record, matter.recordedAt, instant);
            fact.dimensionKey = DimensionKey.scopeOnly();
            fact.facts = asked.code().of(said);
            references.add(new Reference(matter.person, fact));
        }
    }
}
