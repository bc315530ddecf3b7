package vaiwg.kpis.catalogue;

import vaiwg.schemas.Slugged;

/** Where a measure is read. */
public enum Place implements Slugged {
    /** A headline, and on a page of its own. */
    HEADLINE,
    /** On a page of its own, read first in its area. */
    AREA,
    /** On a page of its own, after those of its area that are read first. */
    ANNEX,
    /** In a file of its own, for those who may read conduct figures. */
    RESTRICTED_ANNEX;
}
