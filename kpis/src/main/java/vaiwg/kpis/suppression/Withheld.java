package vaiwg.kpis.suppression;

import org.apiguardian.api.API;

/** Why a number is withheld. */
@API(status = API.Status.MAINTAINED)
public enum Withheld {
    /** It is of one to four people, or is left of its whole by so few. */
    SMALL,
    /** With its whole, or beside the other parts of it, it would tell what is withheld. */
    PART_OF_A_WHOLE
}
