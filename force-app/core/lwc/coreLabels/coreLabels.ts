import errorNoPermission from '@salesforce/label/c.Error_No_Permission';
import stateLoading from '@salesforce/label/c.Core_State_Loading';
import stateRetry from '@salesforce/label/c.Core_State_Retry';
import stateDeniedTitle from '@salesforce/label/c.Core_State_Denied_Title';
import stateDeniedText from '@salesforce/label/c.Core_State_Denied_Text';
import stateErrorTitle from '@salesforce/label/c.Core_State_Error_Title';
import stateUnknownError from '@salesforce/label/c.Core_State_Unknown_Error';
import stateOfflineTitle from '@salesforce/label/c.Core_State_Offline_Title';
import stateOfflineText from '@salesforce/label/c.Core_State_Offline_Text';
import pagerPrevious from '@salesforce/label/c.Core_Pager_Previous';
import pagerNext from '@salesforce/label/c.Core_Pager_Next';
import pagerPage from '@salesforce/label/c.Core_Pager_Page';
import dialogClose from '@salesforce/label/c.Core_Dialog_Close';
import fieldChoose from '@salesforce/label/c.Core_Field_Choose';
import fieldRequired from '@salesforce/label/c.Core_Field_Required';
import fieldTooLong from '@salesforce/label/c.Core_Field_Too_Long';
import cancel from '@salesforce/label/c.Core_Cancel';
import saving from '@salesforce/label/c.Core_Saving';
import healthTitle from '@salesforce/label/c.Core_Health_Title';
import healthRunAgain from '@salesforce/label/c.Core_Health_Run_Again';
import healthRunning from '@salesforce/label/c.Core_Health_Running';
import healthAllGood from '@salesforce/label/c.Core_Health_All_Good';
import healthProblems from '@salesforce/label/c.Core_Health_Problems';
import healthOk from '@salesforce/label/c.Core_Health_Ok';
import healthWarning from '@salesforce/label/c.Core_Health_Warning';
import healthError from '@salesforce/label/c.Core_Health_Error';
import healthHowToFix from '@salesforce/label/c.Core_Health_How_To_Fix';
import healthSchedule from '@salesforce/label/c.Core_Health_Schedule';
import useCasesTitle from '@salesforce/label/c.Core_UseCases_Title';
import useCasesMode from '@salesforce/label/c.Core_UseCases_Mode';
import useCasesEffective from '@salesforce/label/c.Core_UseCases_Effective';
import useCasesHumanReview from '@salesforce/label/c.Core_UseCases_Human_Review';
import useCasesEmpty from '@salesforce/label/c.Core_UseCases_Empty';
import useCasesThresholdHelp from '@salesforce/label/c.Core_UseCases_Threshold_Help';
import useCasesReviewHelp from '@salesforce/label/c.Core_UseCases_Review_Help';
import useCasesSaved from '@salesforce/label/c.Core_UseCases_Saved';
import phasePilot from '@salesforce/label/c.Core_Phase_Pilot';
import phaseLimited from '@salesforce/label/c.Core_Phase_Limited';
import phaseGeneral from '@salesforce/label/c.Core_Phase_General';
import rollOutTitle from '@salesforce/label/c.Core_RollOut_Title';
import settingPhase from '@salesforce/label/c.Core_Setting_Phase';
import settingPilotGroup from '@salesforce/label/c.Core_Setting_Pilot_Group';
import settingPilotGroupHelp from '@salesforce/label/c.Core_Setting_Pilot_Group_Help';
import settingTiers from '@salesforce/label/c.Core_Setting_Tiers';
import settingTiersHelp from '@salesforce/label/c.Core_Setting_Tiers_Help';
import settingPermission from '@salesforce/label/c.Core_Setting_Permission';
import settingPermissionHelp from '@salesforce/label/c.Core_Setting_Permission_Help';
import settingAudience from '@salesforce/label/c.Core_Setting_Audience';
import settingExit from '@salesforce/label/c.Core_Setting_Exit';
import settingAmountLimit from '@salesforce/label/c.Core_Setting_Amount_Limit';
import settingAmountLimitHelp from '@salesforce/label/c.Core_Setting_Amount_Limit_Help';
import settingAlert from '@salesforce/label/c.Core_Setting_Alert';
import settingAlertHelp from '@salesforce/label/c.Core_Setting_Alert_Help';
import retentionTitle from '@salesforce/label/c.Core_Retention_Title';
import retentionAudit from '@salesforce/label/c.Core_Retention_Audit';
import retentionAuditHelp from '@salesforce/label/c.Core_Retention_Audit_Help';
import retentionJobs from '@salesforce/label/c.Core_Retention_Jobs';
import modeOff from '@salesforce/label/c.Core_Mode_Off';
import modeShadow from '@salesforce/label/c.Core_Mode_Shadow';
import modeAssist from '@salesforce/label/c.Core_Mode_Assist';
import modeAuto from '@salesforce/label/c.Core_Mode_Auto';
import modeOffHelp from '@salesforce/label/c.Core_Mode_Off_Help';
import modeShadowHelp from '@salesforce/label/c.Core_Mode_Shadow_Help';
import modeAssistHelp from '@salesforce/label/c.Core_Mode_Assist_Help';
import modeAutoHelp from '@salesforce/label/c.Core_Mode_Auto_Help';
import modeSaved from '@salesforce/label/c.Core_Mode_Saved';
import killSwitchTitle from '@salesforce/label/c.Core_Kill_Switch_Title';
import killSwitchText from '@salesforce/label/c.Core_Kill_Switch_Text';
import killSwitchStop from '@salesforce/label/c.Core_Kill_Switch_Stop';
import killSwitchResume from '@salesforce/label/c.Core_Kill_Switch_Resume';
import killSwitchStopped from '@salesforce/label/c.Core_Kill_Switch_Stopped';
import killSwitchRunning from '@salesforce/label/c.Core_Kill_Switch_Running';

/** Every string the components of this domain show, translatable as custom labels. */
export const labels = {
  errorNoPermission,
  stateLoading,
  stateRetry,
  stateDeniedTitle,
  stateDeniedText,
  stateErrorTitle,
  stateUnknownError,
  stateOfflineTitle,
  stateOfflineText,
  pagerPrevious,
  pagerNext,
  pagerPage,
  dialogClose,
  fieldChoose,
  fieldRequired,
  fieldTooLong,
  cancel,
  saving,
  healthTitle,
  healthRunAgain,
  healthRunning,
  healthAllGood,
  healthProblems,
  healthOk,
  healthWarning,
  healthError,
  healthHowToFix,
  healthSchedule,
  useCasesTitle,
  useCasesMode,
  useCasesEffective,
  useCasesHumanReview,
  useCasesEmpty,
  useCasesThresholdHelp,
  useCasesReviewHelp,
  useCasesSaved,
  phasePilot,
  phaseLimited,
  phaseGeneral,
  rollOutTitle,
  settingPhase,
  settingPilotGroup,
  settingPilotGroupHelp,
  settingTiers,
  settingTiersHelp,
  settingPermission,
  settingPermissionHelp,
  settingAudience,
  settingExit,
  settingAmountLimit,
  settingAmountLimitHelp,
  settingAlert,
  settingAlertHelp,
  retentionTitle,
  retentionAudit,
  retentionAuditHelp,
  retentionJobs,
  modeOff,
  modeShadow,
  modeAssist,
  modeAuto,
  modeOffHelp,
  modeShadowHelp,
  modeAssistHelp,
  modeAutoHelp,
  modeSaved,
  killSwitchTitle,
  killSwitchText,
  killSwitchStop,
  killSwitchResume,
  killSwitchStopped,
  killSwitchRunning
} as const;
