package vaiwg.demo.synthetic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vaiwg.demo.synthetic.TrueFigures.View;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.ConductKind;
import vaiwg.schemas.OrderKind;
import vaiwg.schemas.ProtectiveOrder;
import vaiwg.schemas.Safeguarding;
import vaiwg.schemas.SafeguardingKind;

/** What orders, safeguarding cases and conduct matters say, each by its last version. */
final class TruthOfSubjects {
    private static final View YEAR = View.recorded(TrueFigures.YEAR);
    private static final View FIVE_YEARS = View.recorded(1_826);

    private final TrueFigures figures;
    private final WorkingWeek week;
    /** By member of staff, the matters of five years. */
    private final Map<String, Integer> matters = new HashMap<>();

    TruthOfSubjects(TrueFigures figures, WorkingWeek week) {
        this.figures = figures;
        this.week = week;
        figures.stocks("shpo_cumulative", "shpo_in_force", "conduct_open_12m");
    }

    void add(ProtectiveOrder order) {
        if (order.getKind() == OrderKind.SHPO) {
            if (order.getGrantedAt() != null) {
                figures.count("shpo_granted", YEAR, Ending.day(order.getGrantedAt()));
                figures.standing("shpo_cumulative", "");
                if (order.getEndsAt() == null || Ending.day(order.getEndsAt()) >= figures.endDay()) {
                    figures.standing("shpo_in_force", "");
                }
            }
            return;
        }
        if (order.getGrantedAt() != null) {
            figures.count("dvpo_rate", YEAR, Ending.day(order.getGrantedAt()));
        }
        if (order.getKind() == OrderKind.DVPO && order.getHeardAt() != null && order.getNoticeAt() != null) {
            Duration until = Duration.between(order.getNoticeAt(), order.getHeardAt());
            if (!until.isNegative()) {
                boolean inTime = until.compareTo(Duration.ofHours(48)) <= 0;
                figures.share("dvpo_within_48h", YEAR, Ending.day(order.getHeardAt()), inTime);
            }
        }
    }

    void add(Safeguarding known) {
        if (known.getKind() != SafeguardingKind.MARAC) {
            return;
        }
        boolean heard = known.getHeardAt() != null;
        if (heard) {
            figures.count("marac_rate", YEAR, Ending.day(known.getHeardAt()));
            if (known.getRepeat() != null) {
                figures.share("marac_repeat", YEAR, Ending.day(known.getHeardAt()), known.getRepeat());
            }
        }
        if (known.getHighRisk()) {
            int referred = Ending.day(known.getReferredAt());
            boolean inTime = heard && Ending.day(known.getHeardAt()) - referred < 28;
            figures.share("marac_high_risk_28d", View.settled(28), referred, inTime);
        }
    }

    void add(Conduct matter) {
        if (!matter.getFlagged()) {
            return;
        }
        int day = Ending.day(matter.getRecordedAt());
        if (matter.getKind() == ConductKind.CONDUCT) {
            figures.count("police_conduct", YEAR, day);
            figures.count("police_conduct_rate", YEAR, day);
        } else if (matter.getUseOfForceOnly()) {
            figures.count("police_complaints_force", YEAR, day);
        } else {
            figures.count("police_complaints", YEAR, day);
            figures.count("police_complaints_rate", YEAR, day);
        }
        if (matter.getPersonId() != null && figures.isIn(FIVE_YEARS, day)) {
            matters.merge(matter.getPersonId(), 1, Integer::sum);
        }
        if (matter.getSuspectOfCrime()) {
            boolean inTime = matter.getRestrictionDecidedAt() != null
                    && Ending.day(matter.getRestrictionDecidedAt()) <= week.after(day, 2);
            figures.share("conduct_restricted_2d", View.settled(7), day, inTime);
        }
        if (matter.getFinalisedAt() == null) {
            figures.stock("conduct_open_12m", figures.endDay() - day > 365);
        } else {
            int finalised = Ending.day(matter.getFinalisedAt());
            figures.share("conduct_proven", YEAR, finalised, matter.getProven());
            figures.number("conduct_days_median", 50, YEAR, finalised, Math.max(0, finalised - day));
        }
    }

    /** Once all matters are there. */
    void count() {
        matters.values().forEach(number -> figures.person("conduct_repeat_people", "", FIVE_YEARS, number > 1));
    }
}
