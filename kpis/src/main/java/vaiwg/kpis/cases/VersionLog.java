package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** All that is kept of a subject with one stream of versions: every version that arrived. */
public final class VersionLog<V extends Version> implements Subject {
    public V[] versions;
    private VersionKind kind;

    /** To be read into: it has neither a kind nor versions before. */
    public VersionLog() {}

    private VersionLog(VersionKind kind, V[] versions) {
        this.kind = kind;
        this.versions = versions;
    }

    /** Without a version yet. */
    @SuppressWarnings("unchecked")
    public static <V extends Version> VersionLog<V> of(VersionKind kind) {
        return new VersionLog<>(kind, (V[]) kind.none());
    }

    /** A subject that is known to have versions of one kind. */
    @SuppressWarnings("unchecked")
    public static <V extends Version> VersionLog<V> as(Subject subject) {
        return (VersionLog<V>) subject;
    }

    @Override
    @SuppressWarnings("unchecked")
    public VersionLog<V> with(Version event) {
        V[] more = Versions.with(versions, (V) event);
        return more == versions ? this : new VersionLog<>(kind, more);
    }

    @Override
    public VersionKind kind() {
        return kind;
    }

    @Override
    public int streams() {
        return 1;
    }

    @Override
    public Version[] stream(int place) {
        return versions;
    }

    @Override
    public Versions.VersionStatus statusOf(Version event) {
        return Versions.statusOf(versions, event);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void pass(Fields fields) {
        kind = VersionKind.of(kind, fields);
        versions = fields.records(versions == null ? (V[]) kind.none() : versions, () -> (V) kind.get());
    }
}
