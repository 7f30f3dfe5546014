import valueDraft from '@salesforce/label/c.Mdf_Ui_Value_Draft';
import valueSubmitted from '@salesforce/label/c.Mdf_Ui_Value_Submitted';
import valueInReview from '@salesforce/label/c.Mdf_Ui_Value_In_Review';
import valueInfoRequested from '@salesforce/label/c.Mdf_Ui_Value_Info_Requested';
import valueApproved from '@salesforce/label/c.Mdf_Ui_Value_Approved';
import valueRejected from '@salesforce/label/c.Mdf_Ui_Value_Rejected';
import valueWithdrawn from '@salesforce/label/c.Mdf_Ui_Value_Withdrawn';
import valuePaid from '@salesforce/label/c.Mdf_Ui_Value_Paid';
import queueTitle from '@salesforce/label/c.Mdf_Ui_Queue_Title';
import queueCount from '@salesforce/label/c.Mdf_Ui_Queue_Count';
import queueOne from '@salesforce/label/c.Mdf_Ui_Queue_One';
import queueEmpty from '@salesforce/label/c.Mdf_Ui_Queue_Empty';
import queueWaiting from '@salesforce/label/c.Mdf_Ui_Queue_Waiting';
import queueClean from '@salesforce/label/c.Mdf_Ui_Queue_Clean';
import queueNotScored from '@salesforce/label/c.Mdf_Ui_Queue_Not_Scored';
import queueWaitingForPartner from '@salesforce/label/c.Mdf_Ui_Queue_Waiting_For_Partner';
import queueDecided from '@salesforce/label/c.Mdf_Ui_Queue_Decided';
import queueName from '@salesforce/label/c.Mdf_Ui_Queue_Name';
import queuePartner from '@salesforce/label/c.Mdf_Ui_Queue_Partner';
import queueRequest from '@salesforce/label/c.Mdf_Ui_Queue_Request';
import queueClaimed from '@salesforce/label/c.Mdf_Ui_Queue_Claimed';
import queueEligible from '@salesforce/label/c.Mdf_Ui_Queue_Eligible';
import queueScore from '@salesforce/label/c.Mdf_Ui_Queue_Score';
import queueRecommended from '@salesforce/label/c.Mdf_Ui_Queue_Recommended';
import queueDue from '@salesforce/label/c.Mdf_Ui_Queue_Due';
import queueStatus from '@salesforce/label/c.Mdf_Ui_Queue_Status';
import queueApproveSelected from '@salesforce/label/c.Mdf_Ui_Queue_Approve_Selected';
import queueConfirmApprove from '@salesforce/label/c.Mdf_Ui_Queue_Confirm_Approve';
import queueApproveConsequence from '@salesforce/label/c.Mdf_Ui_Queue_Approve_Consequence';
import queueComment from '@salesforce/label/c.Mdf_Ui_Queue_Comment';
import queueDone from '@salesforce/label/c.Mdf_Ui_Queue_Done';
import paymentsTitle from '@salesforce/label/c.Mdf_Ui_Payments_Title';
import paymentsCount from '@salesforce/label/c.Mdf_Ui_Payments_Count';
import paymentsOne from '@salesforce/label/c.Mdf_Ui_Payments_One';
import paymentsEmpty from '@salesforce/label/c.Mdf_Ui_Payments_Empty';
import paymentsDue from '@salesforce/label/c.Mdf_Ui_Payments_Due';
import paymentsPaid from '@salesforce/label/c.Mdf_Ui_Payments_Paid';
import paymentsAmount from '@salesforce/label/c.Mdf_Ui_Payments_Amount';
import paymentsProgram from '@salesforce/label/c.Mdf_Ui_Payments_Program';
import paymentsCostCentre from '@salesforce/label/c.Mdf_Ui_Payments_Cost_Centre';
import paymentsAccount from '@salesforce/label/c.Mdf_Ui_Payments_Account';
import paymentsApproved from '@salesforce/label/c.Mdf_Ui_Payments_Approved';
import paymentsReference from '@salesforce/label/c.Mdf_Ui_Payments_Reference';
import paymentsPaidOn from '@salesforce/label/c.Mdf_Ui_Payments_Paid_On';
import paymentsMark from '@salesforce/label/c.Mdf_Ui_Payments_Mark';
import paymentsConfirm from '@salesforce/label/c.Mdf_Ui_Payments_Confirm';
import paymentsConsequence from '@salesforce/label/c.Mdf_Ui_Payments_Consequence';
import paymentsDone from '@salesforce/label/c.Mdf_Ui_Payments_Done';

/** What the components of market development funds say. */
export const labels = {
  valueDraft,
  valueSubmitted,
  valueInReview,
  valueInfoRequested,
  valueApproved,
  valueRejected,
  valueWithdrawn,
  valuePaid,
  queueTitle,
  queueCount,
  queueOne,
  queueEmpty,
  queueWaiting,
  queueClean,
  queueNotScored,
  queueWaitingForPartner,
  queueDecided,
  queueName,
  queuePartner,
  queueRequest,
  queueClaimed,
  queueEligible,
  queueScore,
  queueRecommended,
  queueDue,
  queueStatus,
  queueApproveSelected,
  queueConfirmApprove,
  queueApproveConsequence,
  queueComment,
  queueDone,
  paymentsTitle,
  paymentsCount,
  paymentsOne,
  paymentsEmpty,
  paymentsDue,
  paymentsPaid,
  paymentsAmount,
  paymentsProgram,
  paymentsCostCentre,
  paymentsAccount,
  paymentsApproved,
  paymentsReference,
  paymentsPaidOn,
  paymentsMark,
  paymentsConfirm,
  paymentsConsequence,
  paymentsDone
};
