package org.spendreturns.contract;

/** How a value is divided over financial years when the body has not said so itself. */
public enum SplitRule {
  /** In proportion to the days of the term that fall in each year. */
  DAYS,
  /** In proportion to the whole months of the term; by days if the term has part months. */
  MONTHS,
  /** All of it in the year of the award. */
  AWARD_DATE
}
