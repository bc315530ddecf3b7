package vaiwg.kpis.signatures;

import java.util.List;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.PersonCode;
import vaiwg.kpis.cases.PersonFact;
import vaiwg.kpis.cases.Subject;
import vaiwg.kpis.cases.VersionLog;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.SliceTuple;

/** A complaint or conduct matter that is flagged, told to the officer or member of staff whom it is about. */
record ConductMentions(VersionLog<ConductVersion> state) implements StampedMentions {
    @Override
    public ConductMentions of(Subject other) {
        return new ConductMentions(VersionLog.as(other));
    }

    @Override
    public long[] stamps(long from) {
        return Versions.stamps(from, state.versions);
    }

    @Override
    public List<Mention> knownAt(long instant) {
        ConductVersion matter = Versions.currentAt(state.versions, instant);
        if (matter == null
                || !matter.flagged
                || matter.withdrawn
                || matter.monthOnly
                || matter.person == PersonCode.NONE) {
            return List.of();
        }
        PersonFact fact = new PersonFact();
        fact.role = PersonFact.STAFF;
        fact.at = matter.recordedAt;
        fact.tuple = SliceTuple.scopeOnly();
        return List.of(new Mention(new Key(matter.person, false), fact));
    }
}
