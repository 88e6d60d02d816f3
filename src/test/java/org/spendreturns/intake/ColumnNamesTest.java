package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

  /** Headers of kinds that are published, with the date, amount and supplier columns, from 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Department family,Entity,Date,Expense type,Expense area,Supplier,Transaction"
            + " number,Amount|2|7|5",
        "Service Cost Centre,Account Detail,Description,HBC ref no,Name,Payment date,Net"
            + " Amount(£)|5|6|4",
        "* Expenditure Category,* Date,TOTAL,* SUPPLIER FINAL|1|2|3",
        "FIN.TRANSACTION DATE,MCH.MERCHANT NAME,FIN.TRANSACTION AMOUNT|0|2|1",
        "OrganisationName,EffectiveDate,SupplierName,NetAmount,ExpenditureCategory|1|3|2",
        "Body Name,Creditor Name,Creditor No,Date of Payment,Amount (excl. VAT),Amount (incl."
            + " VAT)|3|4|1",
        "Vendor,Vendor Name,Posting Date,Clearing Date,Amt in loc.cur.|3|4|1",
        "Payee,Invoice Date (DD/MM/YYYY),Value £|1|2|0",
        "Date the grant was awarded,Beneficiary,Beneficiary registration number,Amount|0|3|1",
        "Supplier Type,Supplier Postcode,Supplier,Due Date,Date,VAT Amount,Amount|4|6|2",
        "Start Date,Recipient of payment,Paid Date,Gross,Net|2|4|1",
        "Payment Dt,Suppliers Name,Inv Net|0|2|1",
        "TRANSDATE,Creditors Name,Nett|0|2|1",
        "Date,Payee,£|0|2|1",
        "Date,Grantee,Paid (£)|0|2|1",
        "Date,Name1,Amount in doc. curr.,Amount in local currency|0|3|1",
        "Date,Supplier Name & Address,Budget Amount,Actual|0|3|1",
        "Supplier,Payment Date,Invoice Amount,Line Amount|1|3|0",
        "Supplier,Payment Date,Payment Amount,Distribution Amount|1|3|0",
        "Transaction Date,Merchant Name,Transaction Amount,Billing Amount|0|3|1",
      })
  void knowsDateAmountAndSupplier(String header, int date, int amount, int supplier) {
    Layout layout =
        ColumnNames.shipped()
            .layout(List.of(header.split(",")), LedgerSettings.DEFAULT)
            .orElseThrow();
    assertThat(layout.column(ColumnRole.DATE)).isEqualTo(date);
    assertThat(layout.column(ColumnRole.AMOUNT)).isEqualTo(amount);
    assertThat(layout.column(ColumnRole.SUPPLIER)).isEqualTo(supplier);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Supplier Name,Sum of Invoice Nett Amount",
        "Date,Amount,Description",
        "Due Date,Supplier,Amount",
        "Date,Supplier,Supplier ID,Invoice Number",
        "Report of payments to suppliers by date and amount",
        "Order Date,Supplier,Amount",
        "Expiry Date,Supplier,Amount",
        "Date Approved,Supplier,Amount",
        "Date,Supplier,Order Value",
        "Date,Supplier,Contract Amount,Amount YTD",
        "Date,Supplier,Amount ($)",
        "Date,Supplier,Amount (£000)",
        "Date,Supplier,Value (£m)",
        "Date,Supplier,Debit Amount",
        "Paid,Supplier,Amount",
      })
  void takesNothingLessForNames(String header) {
    assertThat(ColumnNames.shipped().layout(List.of(header.split(",")), LedgerSettings.DEFAULT))
        .isEmpty();
  }

  @Test
  void refusesAFileOfNamesThatContradictsItself() {
    assertThatThrownBy(
            () -> read("fields:\n  date:\n    - names: [date]\n  amount:\n    - names: [date]\n"))
        .hasMessage("a.yaml:5: name 'date' stands twice");
    assertThatThrownBy(() -> read("fields:\n  date:\n    - names: [Pay Date]\n"))
        .hasMessage("a.yaml:3: name 'Pay Date' is compared as 'pay date'; write it so");
    assertThatThrownBy(() -> read("fields:\n  dates:\n    - names: [date]\n"))
        .hasMessage("a.yaml:3: no field is called 'dates'");
  }

  private static void read(String text) {
    ColumnNames.read(YamlNode.parse("a.yaml", text));
  }
}
