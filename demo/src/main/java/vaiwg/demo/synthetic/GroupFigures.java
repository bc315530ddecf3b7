package vaiwg.demo.synthetic;

import vaiwg.schemas.PlaceType;

/**
 * What is assumed about one group of crimes.
 *
 * @param aMonth crimes recorded in an average month in the middle of the history, without those removed later
 * @param domesticShare of those, marked (sooner or later) as domestic abuse
 * @param femaleShare share of victims who are women or girls
 * @param ages ages of victims
 * @param places kinds of place; null where none is recorded
 * @param nonRecentShare share committed more than a year before it was recorded
 * @param courseOfConduct whether it is committed over weeks or months
 * @param daysToReport mean days from the end of a recent offence to its report
 * @param weekend recorded on a Saturday or Sunday, relative to a weekday
 * @param domesticExits how investigations of domestic abuse end
 * @param otherExits how the others end
 */
record GroupFigures(
        double aMonth,
        double domesticShare,
        double femaleShare,
        Choice<AgeBand> ages,
        Choice<PlaceType> places,
        double nonRecentShare,
        boolean courseOfConduct,
        double daysToReport,
        double weekend,
        Choice<CaseEnding> domesticExits,
        Choice<CaseEnding> otherExits) {

    /** Ages in whole years, both ends included. */
    record AgeBand(int from, int to) {}
}
