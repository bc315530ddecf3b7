package vaiwg.kpis.reference;

/** A kind of offence for which a measure asks beside its theme: {@code reference/offence-kinds.csv} has the classes. */
public enum OffenceKind {
    STALKING_OR_8L,
    HOMICIDE,
    BURGLARY,
    ROBBERY
}
