# What R says of five sets of cases: the reference for the estimator of attrition.
#
#   Rscript reference.R
#
# writes cases.csv and windows.csv (the cases, and the days that are looked at), expected.csv (the figures) and deviations.txt (how far
# the variances of two packages lie from ours) into the working directory. Needs the packages survival and cmprsk (Debian: r-cran-survival, r-cran-cmprsk). Not part of the build.
#
# Time in R is continuous and an interval at risk is (start, stop]: a case at risk on the days of age a to b is (a, b + 1], and an
# exit at age b is an event at b + 1.

suppressMessages({ library(survival); library(cmprsk) })

causes <- c("OUTCOME_16", "CHARGED", "OTHER_OUTCOME", "REMOVED")
z <- qnorm(0.975)

# ---- cases: day of recording, day of exit (NA while open), cause ----------------------------------------------------------------

draw <- function(seed, n, days, share, ages) {
  set.seed(seed)
  recorded <- sample.int(days, n, replace = TRUE) - 1
  cause <- sample(c(causes, NA), n, replace = TRUE, prob = share)
  exit <- recorded + sample(ages, n, replace = TRUE)
  data.frame(recorded, exit = ifelse(is.na(cause), NA, exit), cause)
}

cases <- list(
  # Many cases and few ages.
  ties = list(cases = draw(1, 200, 60, c(.35, .1, .25, .05, .25), 0:4), first = -Inf, last = 57, horizons = c(3, 20)),
  # At the last age all who are left leave.
  all_leave = list(cases = draw(2, 40, 30, c(.4, .2, .3, .1, 0), 0:12), first = -Inf, last = 99, horizons = c(5, 13)),
  # The events of four weeks: most cases come into view at an age.
  truncated = list(cases = draw(3, 900, 200, c(.3, .1, .3, .05, .25), 0:120), first = 150, last = 177, horizons = c(28, 90)),
  # Nearly all leave for something else.
  competing = list(cases = draw(4, 300, 90, c(.04, .55, .2, .2, .01), 0:60), first = -Inf, last = 100, horizons = c(28, 60)),
  # Six cases.
  small = list(
    cases = data.frame(
      recorded = c(0, 0, 1, 2, 2, 5),
      exit = c(1, NA, 4, 2, NA, 9),
      cause = c("OUTCOME_16", NA, "CHARGED", "OUTCOME_16", NA, "REMOVED")),
    first = -Inf, last = 8, horizons = c(2, 4))
)

# ---- counts by age, and the estimate from them as published ----------------------------------------------------------------------

# The ages at which each case is seen at risk, and whether it is seen to leave.
seen <- function(set) {
  d <- set$cases
  begin <- pmax(d$recorded, set$first)
  end <- pmin(ifelse(is.na(d$exit), Inf, d$exit), set$last)
  keep <- begin <= end
  leaves <- !is.na(d$exit) & d$exit <= set$last
  data.frame(id = seq_len(nrow(d)), start = begin - d$recorded, stop = end - d$recorded + 1,
    event = factor(ifelse(leaves, d$cause, "open"), levels = c("open", causes)))[keep, ]
}

counts <- function(s, horizon) {
  ages <- seq_len(horizon) - 1
  list(
    at_risk = sapply(ages, function(a) sum(s$start <= a & a < s$stop)),
    exits = sapply(causes, function(k) sapply(ages, function(a) sum(s$event == k & s$stop == a + 1))))
}

# F of each cause before the horizon, from the rates by age and cause.
incidence <- function(rates) {
  survival <- c(1, cumprod(1 - rowSums(rates)))
  colSums(survival[seq_len(nrow(rates))] * rates)
}

share <- function(f) f[["OUTCOME_16"]] / (1 - f[["REMOVED"]])

# The formula of Greenwood's type (Gaynor et al. 1993; Betensky and Schoenfeld 2001), term by term.
published <- function(at_risk, exits, k) {
  all <- rowSums(exits)
  before <- c(1, cumprod(1 - all / at_risk))[seq_along(at_risk)]
  through <- cumsum(before * exits[, k] / at_risk)
  rest <- through[length(through)] - through
  first <- ifelse(all < at_risk, rest^2 * all / (at_risk * (at_risk - all)), 0)
  sum(first + before^2 * exits[, k] * (at_risk - exits[, k]) / at_risk^3 - 2 * rest * before * exits[, k] / at_risk^2)
}

# The delta method by brute force: the gradient by a complex step, exact to the last digits, and the multinomial spread of each age.
delta <- function(at_risk, exits, figure) {
  rates <- exits / at_risk
  variance <- 0
  for (a in seq_along(at_risk)) {
    gradient <- sapply(seq_along(causes), function(j) {
      moved <- rates + 0i
      moved[a, j] <- moved[a, j] + 1e-30i
      Im(figure(incidence(moved))) / 1e-30
    })
    spread <- (diag(rates[a, ]) - rates[a, ] %o% rates[a, ]) / at_risk[a]
    variance <- variance + drop(gradient %*% spread %*% gradient)
  }
  variance
}

interval <- function(f, v, side) 1 - (1 - f)^exp(side * z * sqrt(v) / ((1 - f) * abs(log(1 - f))))

# ---- the figures -------------------------------------------------------------------------------------------------------------------

expected <- NULL
deviations <- c(
  paste0(R.version.string, ", survival ", packageVersion("survival"), ", cmprsk ", packageVersion("cmprsk")),
  "Relative difference of the variance of F(outcome 16) from the formula used here.",
  sprintf("%-10s %8s %22s %22s %22s", "set", "horizon", "delta, brute force", "survival::survfit", "cmprsk::cuminc"))

for (name in names(cases)) {
  set <- cases[[name]]
  s <- seen(set)
  fit <- survfit(Surv(start, stop, event) ~ 1, data = s, id = id)
  for (horizon in set$horizons) {
    n <- counts(s, horizon)
    known <- n$at_risk > 0
    stopifnot(all(known) || sum(n$exits[n$at_risk > 0, ]) > 0)
    at_risk <- n$at_risk[known]
    exits <- n$exits[known, , drop = FALSE]
    f <- incidence(exits / at_risk)
    at <- summary(fit, times = horizon, extend = TRUE)
    of_survival <- setNames(drop(at$pstate)[-1], causes)
    stopifnot(max(abs(f - of_survival)) < 1e-12)

    ours <- published(at_risk, exits, "OUTCOME_16")
    brute <- delta(at_risk, exits, function(f) f[["OUTCOME_16"]])
    of_survfit <- drop(at$std.err)[2]^2
    of_cuminc <- NA
    if (all(s$start == 0)) {
      status <- match(as.character(s$event), causes, nomatch = 0)
      of_cuminc <- timepoints(cuminc(s$stop, status), horizon)$var["1 1", 1]
    }
    relative <- function(v) if (is.na(v)) "left truncated" else sprintf("%.3e", v / ours - 1)
    deviations <- c(deviations, sprintf("%-10s %8d %22s %22s %22s", name, horizon, relative(brute), relative(of_survfit), relative(of_cuminc)))

    g <- share(f)
    v <- delta(at_risk, exits, share)
    figures <- c(
      outcome_16 = f[["OUTCOME_16"]], charged = f[["CHARGED"]], other_outcome = f[["OTHER_OUTCOME"]], removed = f[["REMOVED"]],
      variance_16 = ours, share = g, lower = interval(g, v, -1), upper = interval(g, v, 1), most_at_risk = max(n$at_risk))
    expected <- rbind(expected, data.frame(set = name, horizon, figure = names(figures), value = sprintf("%.17g", figures)))
  }
}

write <- function(table, file) write.csv(table, file, row.names = FALSE, quote = FALSE, na = "")
write(do.call(rbind, lapply(names(cases), function(name) data.frame(set = name, cases[[name]]$cases))), "cases.csv")
write(do.call(rbind, lapply(names(cases), function(name) {
  set <- cases[[name]]
  data.frame(set = name, first = ifelse(is.finite(set$first), set$first, NA), last = set$last)
})), "windows.csv")
write(expected, "expected.csv")
writeLines(deviations, "deviations.txt")
cat(deviations, sep = "\n")
