; Offers the app under "Open with" for .yaml and .yml, and never makes it the default.
; https://learn.microsoft.com/en-us/windows/win32/shell/fa-verbs
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\ServicefullStudio.Design" "" "Servicefull Studio design"
  WriteRegStr SHCTX "Software\Classes\ServicefullStudio.Design\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHCTX "Software\Classes\ServicefullStudio.Design\shell\open\command" "" '"$appExe" "%1"'
  WriteRegNone SHCTX "Software\Classes\.yaml\OpenWithProgids" "ServicefullStudio.Design"
  WriteRegNone SHCTX "Software\Classes\.yml\OpenWithProgids" "ServicefullStudio.Design"
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\ServicefullStudio.Design"
  DeleteRegValue SHCTX "Software\Classes\.yaml\OpenWithProgids" "ServicefullStudio.Design"
  DeleteRegValue SHCTX "Software\Classes\.yml\OpenWithProgids" "ServicefullStudio.Design"
!macroend
